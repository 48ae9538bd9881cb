"""What a document is about: openings of our own, each with what they tell and by what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinan_metrics.about import declared, described
from jinan_metrics.model import Document
from jinan_metrics.reading import read

ROOT = Path(__file__).resolve().parent.parent
NATIONAL = sorted((ROOT.parent / "shared" / "corpus" / "national").glob("*.txt"))
BODY = "\n全市办理案件120件，化解纠纷30件。\n"


def about(text: str, name: str = "d", **given_: object) -> Document:
    return declared(Document(name=name, text=text), **given_)


# Opening, file name, and the years: covered, spoken, known by.
YEARS = [
    # reports about a named year speak in that year, whenever they are published
    ("安河市2022年法治政府建设情况报告\n发布日期:2023-03-27\n", "d", (2022, 2022, "title")),
    ("安河县人民政府关于2023年法治政府建设情况的报告\n", "d", (2023, 2023, "title")),
    ("安河省2021年国民经济和社会发展统计公报\n", "d", (2021, 2021, "title")),
    ("2023年1—9月安河市经济运行情况\n", "d", (2023, 2023, "title")),
    ("安河市交通运输局 2021 年度工作总结\n", "d", (2021, 2021, "title")),
    ("2024年政府信息公开工作年度报告\n2025年1月20日\n", "d", (2024, 2024, "title")),
    ("安河市2024年重点工作要点\n", "d", (2024, 2024, "title")),
    # reports to a congress review the year before
    ("2024年政府工作报告\n各位代表：\n", "d", (2023, 2024, "title")),
    ("2016年政 府 工 作 报 告\n", "d", (2015, 2016, "title")),
    ("2018政府工作报告\n2017年是本届政府任期的第一年。", "d", (2017, 2018, "title")),
    ("政府工作报告\n——2016年1月20日在安河市第十届人民代表大会第一次会议上\n", "d", (2015, 2016, "dateline")),
    ("安河市人民法院工作报告\n（2019年1月12日）\n", "d", (2018, 2019, "dateline")),
    ("政府工作报告\n——2016年9月20日在安河市人民代表大会上\n", "d", (2016, 2016, "dateline")),
    ("关于安河市2015年国民经济和社会发展计划执行情况与2016年计划草案的报告\n", "d", (2015, 2016, "title")),
    ("政府工作报告\n各位代表：\n一、2014年工作回顾\n", "d", (2014, 2015, "text")),
    ("各位代表：\n现在向大会报告工作。\n", "2016年政府工作报告", (2015, 2016, "name")),
    # news and briefings: the dateline, unless the opening names the year before
    ("安河亮出法治成绩单\n2023-11-21 来源：安河日报\n", "d", (2023, 2023, "dateline")),
    ("安河亮出法治成绩单\n发布时间：2024年1月9日\n2023年，全市办理案件120件，化解纠纷30件。", "d", (2023, 2023, "text")),
    ("安河亮出法治成绩单\n发布时间：2024年1月9日\n2019年，全市开始改革，办理案件120件。", "d", (2024, 2024, "dateline")),
    ("2022年，在市委坚强领导下，全市办理案件120件。", "d", (2022, 2022, "text")),
    ("安河亮出法治成绩单\n11月20日上午，市政府召开发布会。", "d", (None, None, "")),
    # names of files come last
    ("全市办理案件120件。", "anhe-2022-report", (2022, 2022, "name")),
    ("全市办理案件120件。", "20221003", (2022, 2022, "name")),
    ("全市办理案件120件。", "2021-2025规划", (None, None, "")),
    ("全市办理案件120件。", "000_c366dd4b2a3e75da", (None, None, "")),
    # no evidence
    ("法治是最好的营商环境。到2025年，全市办理案件120件。", "d", (None, None, "")),
    ("安河市法治社会建设规划（2020—2025年）\n", "d", (None, None, "")),
    ("安政〔2024〕6号\n全市办理案件120件。", "d", (None, None, "")),
    ("", "d", (None, None, "")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name", "expected"), YEARS, ids=[f"{c[0][:20]}|{c[1]}" for c in YEARS])
def test_years(head: str, name: str, expected: tuple[int | None, int | None, str]) -> None:
    document = about(head + BODY, name)
    assert (document.year, document.spoken, document.year_known) == expected


FACTS = [
    ("安河市2022年法治政府建设情况报告\n", "title", "安河市2022年法治政府建设情况报告"),
    ("您当前的位置：首页 > 公示公告\n安河市2022年法治政府建设情况报告\n", "title", "安河市2022年法治政府建设情况报告"),
    ("安河县人民政府文件\n安政〔2024〕6号\n安河县人民政府关于2023年工作的报告\n", "title", "安河县人民政府关于2023年工作的报告"),
    ("政 府 工 作 报 告\n", "title", "政府工作报告"),
    ("2016年政府工作报告  ——2016年3月5日在大会上\n", "title", "2016年政府工作报告"),
    ("## 安河亮出法治成绩单\n", "title", "安河亮出法治成绩单"),
    ("一、工作情况\n", "title", ""),
    ("全市办理案件120件。", "title", ""),
    ("安河县人民政府关于2023年工作的报告\n", "issuer", "安河县人民政府"),
    ("经济简析\n信息来源:安河县统计局 时间:2023/9/25\n", "issuer", "安河县统计局"),
    ("金融简报\n中国人民银行安河省分行 2023-12-18 16:40\n", "issuer", "中国人民银行安河省分行"),
    ("工作情况报告\n来源：本站\n", "issuer", ""),
    ("安河市2022年法治政府建设情况报告\n", "place", "安河市"),
    ("2023年11月安河省金融统计数据简报\n", "place", "安河省"),
    ("浙江省台州市2022年工作报告\n", "place", "浙江省台州市"),
    ("广东2022年法治广东建设报告\n", "place", "广东省"),
    ("北京市2022年工作报告\n", "place", "北京市"),
    ("安河自治县2022年工作报告\n", "place", "安河自治县"),
    ("经济简析\n信息来源:安河县统计局\n", "place", "安河县"),
    ("全市2022年工作报告\n", "place", None),
    ("城市更新工作报告\n", "place", None),
    ("工作报告\n发布日期：2023-03-27\n", "published", "2023-03-27"),
    ("工作报告\n时间:2023/9/5\n", "published", "2023-09-05"),
    ("工作报告\n（2016年3月5日）\n", "published", "2016-03-05"),
    ("安河市2023年1-8月经济运行简析\n", "published", ""),
    ("全市办理案件120件。\n安河市人民政府\n2024年1月30日", "published", "2024-01-30"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "field", "expected"), FACTS, ids=[f"{c[1]}|{c[0][:20]}" for c in FACTS])
def test_facts(head: str, field: str, expected: object) -> None:
    text = head if head.endswith("日") else head + BODY
    document = about(text)
    assert getattr(document, field) == expected
    assert (field in document.known) == bool(expected)


def test_a_signature_names_the_issuer() -> None:
    document = about("工作情况报告\n全市办理案件120件。\n\n安河市人民政府\n2024年1月30日\n")
    assert (document.issuer, document.known["issuer"]) == ("安河市人民政府", "dateline")


def test_what_is_declared_goes_first() -> None:
    text = "安河市2022年法治政府建设情况报告\n发布日期:2023-03-27\n" + BODY
    document = about(text, year=2021, place="临水市")
    assert (document.year, document.spoken, document.place) == (2021, 2021, "临水市")
    assert (document.known["year"], document.known["place"], document.known["title"]) == (
        "declared",
        "declared",
        "title",
    )
    again = declared(document, place="安河市")
    assert (again.year, again.place, again.published) == (2021, "安河市", "2023-03-27")


def test_a_declared_year_of_a_work_report_is_the_one_it_covers() -> None:
    assert about("政府工作报告\n各位代表：\n", year=2015).spoken == 2016
    assert about("2016年政府工作报告\n", year=2015).spoken == 2016


def test_describing_twice_changes_nothing() -> None:
    document = about("安河市2022年法治政府建设情况报告\n" + BODY)
    assert described(document) == document


@given(
    st.text(
        alphabet=st.characters(codec="utf-8")
        | st.sampled_from("安河市省年月日20123456789-—\n　:：。年政府工作报告"),
        max_size=300,
    )
)
def test_no_text_is_too_odd(text: str) -> None:
    document = about(text, text[:20] or "d")
    assert document.text == text
    assert document.year is None or document.known["year"] in ("title", "dateline", "text", "name")


@pytest.mark.skipif(not NATIONAL, reason="the shared corpus is not beside the project")
@pytest.mark.parametrize("path", NATIONAL, ids=lambda path: path.stem[:4])
def test_national_work_reports_cover_the_year_before(path: Path) -> None:
    document = read(path)
    year = int(path.stem[:4])
    assert (document.year, document.spoken, document.place) == (year - 1, year, "全国")
