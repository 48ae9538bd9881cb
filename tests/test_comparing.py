"""The years side by side: what is matched, what must not be, and what a row says of the difference."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinan_metrics.comparing import AliasError, Aliases, Row, compare, explain
from jinan_metrics.comparing.assignment import best_total
from jinan_metrics.extract import claims_of
from jinan_metrics.model import Claim, Document


def claims(text: str, year: int, *, place: str | None = "安河市", doc: str | None = None) -> list[Claim]:
    document = Document(name=doc or f"r{year}", text=text, year=year, spoken=year, place=place)
    return [claim for claim in claims_of(document) if claim.role in ("actual", "target")]


def rows(before: str, after: str, **more: object) -> list[Row]:
    return compare(claims(before, 2022) + claims(after, 2023), [2022, 2023], **more)  # type: ignore[arg-type]


def matched(before: str, after: str, **more: object) -> list[tuple[str, str]]:
    """The texts of the figures that share a row."""
    pairs = []
    for row in rows(before, after, **more):
        old, new = row.values["2022"], row.values["2023"]
        if old and new:
            pairs.append((old.text, new.text))
    return pairs


SAME_METRIC = [
    ("办理市人大代表建议443件。", "承办人大代表建议356件。"),
    ("全市收到行政复议申请86件。", "全年共接收行政复议申请131件。"),
    ("全市共有公职律师29人。", "安河市公职律师达41名。"),
    ("政务服务事项网上可办率98.6%。", "全市政务服务事项网上可办率99.2%。"),
    ("行政机关负责人出庭应诉率98%。", "负责人出庭应诉率100%。"),
    ("审查市政府规范性文件18件。", "合法性审核市政府规范性文件22件。"),
    ("行政复议案件办结率96%。", "收到行政复议案件90件，办结率97%。"),
    ("全市生产总值1200.5亿元，增长5.2%。", "地区生产总值实现1290亿元，同比增长6.1%。"),
    ("化解矛盾纠纷2100件。", "调处各类矛盾纠纷2.2万件。"),
    ("政府透明度指数位列全国49个城市第四。", "政府透明度指数位列全国第六。"),
]

DIFFERENT_METRICS = [
    ("审查规范性文件56件。", "审查涉企规范性文件62件。"),
    ("审查政府协议17件。", "审查政府协议、涉法事务、重大行政决策事项110件。"),
    ("新增市场主体3.2万户。", "市场主体达42万户。"),
    ("居民人均可支配收入3.2万元。", "居民可支配收入总额320亿元。"),
    ("农村居民人均可支配收入2.1万元。", "城镇居民人均可支配收入4.2万元。"),
    ("进出口总额320亿元。", "出口总额210亿元。"),
    ("重点项目开工率98%。", "项目开工率96%。"),
    ("收到投诉举报120件。", "办结投诉举报110件。"),
    ("一审案件败诉率9.5%。", "二审案件败诉率6.8%。"),
    ("满意率98%。", "参训人员满意率96%。委托人满意率97%。"),
    ("失业率5%。", "失业率下降0.2个百分点。"),
    ("公职律师29人。", "公职律师培训29场次。"),
    ("实际利用外资3亿元。", "实际利用外资0.5亿美元。"),
    ("垃圾分类覆盖率90%。", "力争垃圾分类覆盖率达到95%。"),
    ("走访19个乡镇。", "整改问题涉及9个乡镇。"),
    ("上半年，工业增加值增长5%。", "工业增加值增长6%。"),
    ("生产总值增长6%。", "生产总值年均增长7%。"),
    ("进出口额环比增长2%。", "进出口额同比增长3%。"),
]


# Names that are the same by definition (data/equal_names.txt).
SAME_METRIC += [
    ("居民消费价格总水平上涨2.1%。", "居民消费价格上涨1.8%。"),
    ("农民人均纯收入2936元。", "农村居民人均纯收入3255元。"),
    ("进出口贸易总额320亿美元。", "货物进出口总额350亿美元。"),
]


@pytest.mark.parametrize(("before", "after"), SAME_METRIC)
def test_wordings_of_one_metric_meet(before: str, after: str) -> None:
    assert matched(before, after)


@pytest.mark.parametrize(("before", "after"), DIFFERENT_METRICS)
def test_what_differs_is_not_matched(before: str, after: str) -> None:
    assert matched(before, after) == []
    assert matched(after, before) == []


def test_the_best_total_decides() -> None:
    before = "收到行政复议申请86件，受理行政复议申请79件，审结行政复议案件74件。"
    after = "收到行政复议申请131件，依法受理行政复议申请118件，审结行政复议案件102件。"
    assert matched(before, after) == [("86件", "131件"), ("79件", "118件"), ("74件", "102件")]


def only(before: str, after: str) -> Row:
    (row,) = [row for row in rows(before, after) if all(row.values.values())]
    return row


def test_counts_differ_in_number_and_per_cent() -> None:
    row = only("办理提案568件。", "办理提案549件。")
    assert (row.delta, row.delta_pct, row.trend, row.status) == (-19, Decimal("-3.35"), "down", "changed")


def test_rates_differ_in_points_only() -> None:
    row = only("办结率95.5%。", "办结率97%。")
    assert (row.delta, row.delta_pct, row.trend) == (Decimal("1.5"), None, "up")


def test_a_falling_rank_number_is_better() -> None:
    row = only("营商环境指数位列全省第六。", "营商环境指数位列全省第四。")
    assert (row.delta, row.delta_pct, row.trend, row.status) == (-2, None, "better", "changed")


def test_a_fall_is_below_zero() -> None:
    row = only("进出口额增长5%。", "进出口额下降3%。")
    assert (row.delta, row.trend, row.unit) == (-8, "down", "%")


def test_bounds_are_compared_as_bounds() -> None:
    more = only("发放手册5000余册。", "发放手册6100册。")
    assert (more.delta, more.delta_pct, more.trend, more.status) == (None, None, "up", "changed")
    assert "5000余册 → 6100册" in more.notes[0]
    open_ = only("发放手册5000余册。", "发放手册5300册。")
    assert (open_.delta, open_.trend, open_.status) == (None, None, "changed")
    same = only("网上可办率99%以上。", "网上可办率99%以上。")
    assert (same.delta, same.trend, same.status) == (None, "same", "same")


def test_measure_words_of_one_kind_compare_and_are_noted() -> None:
    row = only("公职律师29人。", "公职律师41名。")
    assert row.delta == 12
    assert any("人 / 名" in note for note in row.notes)


def test_units_of_one_dimension_are_converted() -> None:
    row = only("新增绿地面积30亩。", "新增绿地面积4公顷。")
    assert (row.unit, row.delta) == ("亩", 30)


def test_several_values_in_one_year_are_noted_and_kept() -> None:
    row = only("办理提案568件。会上再次通报办理提案500件。", "办理提案549件。")
    assert row.values["2022"]
    assert row.values["2022"].text == "568件"
    assert [c.text for c in row.others["2022"]] == ["500件"]
    assert any("500件" in note for note in row.notes)


def test_what_appeared_and_what_is_gone() -> None:
    found = {row.metric: row.status for row in rows("办理政协提案568件。", "聘任法律顾问30名。")}
    assert found == {"政协提案": "gone", "法律顾问": "appeared"}


def test_three_years_and_a_gap() -> None:
    texts = {
        2021: "办理政协提案500件。办结率90%。",
        2022: "办结率92%。聘任法律顾问10名。",
        2023: "办理政协提案549件。办结率90%。聘任法律顾问12名。",
    }
    found = compare([c for year, text in texts.items() for c in claims(text, year)], [2021, 2022, 2023])
    assert {row.metric: row.status for row in found} == {
        "政协提案": "mixed",
        "办结率": "changed",
        "法律顾问": "appeared",
    }
    assert next(row for row in found if row.metric == "政协提案").delta == 49


def test_other_places_are_other_rows_and_columns_by_place() -> None:
    both = claims("办理提案568件。", 2023, place="安河市", doc="a") + claims(
        "办理提案30件。", 2023, place="临水市", doc="b"
    )
    assert [row.place for row in compare(both, [2023])] == ["安河市", "临水市"]
    (row,) = compare(both, [2023], by="place")
    assert {place: claim and claim.text for place, claim in row.values.items()} == {
        "安河市": "568件",
        "临水市": "30件",
    }
    (row,) = compare(both, by="doc")
    assert list(row.values) == ["a", "b"]


def test_a_row_in_json_has_the_fields_of_the_contract() -> None:
    record = only("营商环境指数位列全省第六。", "营商环境指数位列全省第四。").to_dict()
    assert {
        "metric",
        "kind",
        "unit",
        "role",
        "place",
        "scope",
        "values",
        "delta",
        "delta_pct",
        "status",
        "notes",
    } <= set(record)
    assert record["values"]["2022"]["value"] == 6
    assert {"value", "value_max", "bound", "direction", "id", "doc", "text", "metric"} <= set(
        record["values"]["2022"]
    )


def test_explanations_name_the_step_that_decided() -> None:
    before, after = claims("审查规范性文件56件。", 2022), claims("审查涉企规范性文件62件。", 2023)
    row = compare(before + after, [2022, 2023])[0]
    (told,) = explain(row, before + after, [2022, 2023])
    assert (told.matched, told.steps[-1].test, told.steps[-1].passed) == (False, "qualifier", False)
    assert "涉企" in told.steps[-1].words
    row = only("办理提案568件。", "承办提案549件。")
    (told,) = explain(row, claims("办理提案568件。", 2022) + claims("承办提案549件。", 2023), [2022, 2023])
    assert told.matched
    assert all(step.passed for step in told.steps)


def test_aliases_join_names(tmp_path: Path) -> None:
    before, after = "政务公开指数85分。", "政府透明度得分88分。"
    assert matched(before, after) == []
    file = tmp_path / "aliases.txt"
    file.write_text("# 我们的同义词\n政务公开指数 = 政府透明度得分\n", encoding="utf-8")
    names = {claim.metric for claim in claims(before, 2022) + claims(after, 2023)}
    file.write_text(" = ".join(sorted(names)) + "\n", encoding="utf-8")
    assert matched(before, after, aliases=Aliases.read(file)) == [("85分", "88分")]


@pytest.mark.parametrize("text", ["一个名字\n", "甲 = \n", "甲 = 乙\n丙 = 乙\n"])
def test_bad_aliases_are_refused_with_their_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AliasError, match=r"aliases\.txt:\d"):
        Aliases.read(file)
    with pytest.raises(AliasError, match="could not be read"):
        Aliases.read(tmp_path / "none.txt")


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 100).map(lambda n: n / 100)
    )
)
def test_no_other_assignment_has_a_greater_total(scores: dict[tuple[int, int], float]) -> None:
    chosen = best_total(scores)
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    best = max(sum(scores.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(5)))
    assert sum(scores[pair] for pair in chosen) == pytest.approx(best)


def test_measure_words_that_do_not_convert_are_compared_as_numbers() -> None:
    """件 and 起 count the same things, and neither is so many of the other."""
    assert only("查处违法案件30件。", "查处违法案件20起。").delta == -10
