"""`jmetrics explain`: the steps are the ones that really decided, and watching changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import SEEDS, jmetrics, on_terminal

from jinan_metrics import read
from jinan_metrics.about import declared
from jinan_metrics.explaining import Explained, explain_at, explain_claim
from jinan_metrics.extract import claims_of, extract
from jinan_metrics.model import Document


def at(text: str, words: str, **known: Any) -> Explained:
    return explain_at(declared(Document(name="文", text=text), **known), text.index(words))


def step(explained: Explained, about: str) -> str:
    ((_, reasons),) = explained.claims
    return " ".join(str(reason.words) for reason in reasons if reason.about == about)


@pytest.mark.parametrize(
    ("text", "words", "role", "said"),
    [
        ("全年办理案件300件。", "300件", "actual", "nothing speaks of a plan"),
        ("力争全年办理案件300件。", "300件", "target", "the words 力争 say so"),
        ("确保新增就业力争达到300万人。", "300万人", "target", "the words 力争达到 say so"),
        ("联合抽查比例从16%提升到52%。", "16%", "baseline", "the old value"),
        ("指标得分为9.5分（满分为10分）。", "10分", "maximum", "满分"),
        ("二、下一步工作打算\n\n新建学校12所。", "12所", "target", "under the heading 下一步工作打算"),
    ],
)
def test_the_role_is_explained_by_what_decided_it(text: str, words: str, role: str, said: str) -> None:
    explained = at(text, words)
    ((claim, _),) = explained.claims
    assert claim.role == role
    assert said in step(explained, "role")


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        ("去年办理案件300件。", 2023, "2022: the words 去年 at 0 govern it"),
        (
            "办理案件300件。",
            2023,
            "2023: nothing here says otherwise, and the document covers that year (declared)",
        ),
        ("办理案件300件。", None, "not known"),
    ],
)
def test_the_period_is_explained_by_the_words_that_govern_it(text: str, year: int | None, said: str) -> None:
    assert step(at(text, "300件", year=year), "period").startswith(said)


def test_the_metric_is_explained_by_its_rule_and_what_was_set_aside() -> None:
    said = step(at("行政诉讼败诉率比去年下降3.4个百分点。", "3.4"), "metric")
    assert said.startswith("行政诉讼败诉率, by name.noun-before: ")
    assert said.endswith("set aside: 比去年下降")


def test_several_claims_of_one_expression_are_all_explained() -> None:
    explained = at("解决率、满意率均达95%。", "95%")
    assert [claim.metric for claim, _ in explained.claims] == ["解决率", "满意率"]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("拨打12345热线。", "12345", "left out by "),
        ("这里没有数字。", "没有", "there is no quantity at this place"),
    ],
)
def test_what_is_no_claim_is_explained_too(text: str, words: str, said: str) -> None:
    explained = at(text, words)
    assert explained.claims == ()
    assert said in str(explained.reasons[-1].words)


def test_every_claim_of_the_seeds_can_be_explained_and_nothing_changes() -> None:
    for path in SEEDS:
        document = read(path)
        claims = claims_of(document)
        for claim in claims:
            explained = explain_at(document, claim.start)
            assert claim in [told for told, _ in explained.claims]
            assert document.text[explained.start : explained.end] == claim.text
            begin = explained.sentence_start
            assert document.text[begin : begin + len(explained.sentence)] == explained.sentence
            for _, reasons in explained.claims:
                assert {"number", "kind", "metric", "period", "role", "confidence"} <= {
                    r.about for r in reasons
                }
        assert claims_of(document) == claims


def test_a_number_that_a_line_break_divides_is_explained_where_it_stands() -> None:
    whole = "全市深入推进各项改革，狠抓各项任务落实，群众满意程度进一步提高。" * 7
    begin = len(whole) % 28  # whole lines, so that the next one ends behind the point
    whole = (
        whole[begin:]
        + "全年全市新增就业工作稳步地开展，年内全市城镇新增就业2.3万人，比上年增长8.4%，增速居全省各市首位，形势总体稳定。"
    )
    width = 28
    text = "\n".join(whole[at : at + width] for at in range(0, len(whole), width))
    claims = extract(text)
    assert [(claim.text, claim.metric) for claim in claims[:2]] == [
        ("2.\n3万人", "全市城镇新增就业"),
        ("8.4%", "全市城镇新增就业"),
    ]
    for claim in claims:
        told = explain_at(Document("-", text), claim.end - 1)
        assert (told.start, told.end, told.sentence) == (claim.start, claim.end, claim.sentence)
        assert text[told.sentence_start :].startswith(claim.sentence)
        assert [one.id for one, _ in told.claims] == [claim.id]
        by_id = explain_claim(Document("-", text), claim.id)
        assert by_id is not None
        assert [one for one, _ in by_id.claims] == [claim]


def test_a_claim_is_found_by_its_id_in_what_is_named() -> None:
    (claim, *_) = extract(text := read(SEEDS[0]).text)
    explained = explain_claim(Document(name="-", text=text), claim.id)
    assert explained is not None
    assert [told.id for told, _ in explained.claims] == [claim.id]
    assert explain_claim(Document(name="-", text=text), "0" * 12) is None


def test_the_command_takes_a_place_or_an_id(tmp_path: Path) -> None:
    text = read(SEEDS[0]).text
    offset = text.index("排名第四") + 2
    by_place = jmetrics("explain", f"{SEEDS[0]}:{offset}", "-f", "json")
    told = json.loads(by_place.stdout)
    identity = told["claims"][0]["claim"]["id"]
    assert told["claims"][0]["claim"]["metric"] == "政府透明度指数"
    for arguments in ([SEEDS[0]], [], ["--library", tmp_path / "library.db"]):
        if "--library" in arguments:
            jmetrics("add", *SEEDS, *arguments)
        assert json.loads(jmetrics("explain", identity, *arguments, "-f", "json").stdout) == told


def test_the_number_is_underlined_however_narrow_the_terminal() -> None:
    offset = read(SEEDS[0]).text.index("排名第四") + 2
    code, shown, _ = on_terminal("explain", f"{SEEDS[0]}:{offset}", columns=50)
    assert code == 0
    assert "\x1b[1;4m第四\x1b[0m" in shown
    _, plain, _ = on_terminal("explain", f"{SEEDS[0]}:{offset}", columns=50, NO_COLOR="1")
    assert "\x1b" not in plain
    lines = plain.splitlines()
    below = next(i for i, line in enumerate(lines) if "^" in line)
    assert lines[below].strip() == "^^^^"
    piped = jmetrics("explain", f"{SEEDS[0]}:{offset}", "--color", "always", "--lang", "zh").stdout.decode()
    assert "\x1b[1;4m第四\x1b[0m" in piped
    assert "依 rank.verb：" in piped


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "nonsense"], "neither FILE:OFFSET nor the id"),
        (["explain", "0" * 12, SEEDS[0]], "no claim 000000000000 in"),
        (["explain", f"{SEEDS[0]}:999999"], "characters"),
        (["extract", SEEDS[0], "--color", "blue"], "--color: unknown 'blue'"),
    ],
)
def test_wrong_usage_is_one_line_and_a_hint(arguments: list[Any], said: str) -> None:
    run = jmetrics(*arguments)
    assert run.returncode == 2
    assert said in run.stderr.decode()
    assert run.stderr.count(b"\n") == 2


def test_color_is_decided_by_the_option_before_the_environment() -> None:
    for command in (["extract", SEEDS[0]], ["docs", *SEEDS], ["rules"], ["compare", "2022", "2023"]):
        assert b"\x1b[" in jmetrics(*command, "-f", "table", "--color", "always", NO_COLOR="1").stdout
        assert "\x1b[" not in on_terminal(*command, "--color", "never")[1]
        assert "\x1b[" not in on_terminal(*command, NO_COLOR="1")[1]
