"""Records to text: every format, and nothing in a document that a spreadsheet, a terminal or a page obeys."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

import jinan_metrics
from jinan_metrics.messages import LANGS, TEXTS
from jinan_metrics.model import FIELDS, KINDS, ROLES, Claim
from jinan_metrics.writing import BINARY, FORMATS, READABLE, Layout, pieces
from jinan_metrics.writing.cells import amount
from jinan_metrics.writing.whole_file import OutputError, write_whole
from jinan_metrics.writing.width import width_of, wrapped

CLAIM = Claim(
    id="0123456789ab",
    doc="报告",
    year=2022,
    period=2022,
    period_text="",
    place="济南市",
    section="一、总体情况",
    metric="行政复议申请",
    action="收到",
    kind="count",
    value=Decimal(2623),
    value_max=None,
    unit="件",
    bound="exact",
    role="actual",
    direction=None,
    basis="",
    scope="",
    text="2623件",
    start=10,
    end=15,
    sentence="全年收到行政复议申请2623件。",
    repeat_of=None,
    rule="count.unit",
    confidence=0.9,
)


def claim(**fields: Any) -> Claim:
    for name in ("value", "value_max"):
        if fields.get(name) is not None:
            fields[name] = Decimal(str(fields[name]))
    return replace(CLAIM, **fields)


def written(format_name: str, *claims: Claim, columns: tuple[str, ...] = FIELDS, **layout: Any) -> str:
    rows = [one.to_dict() for one in claims]
    return "".join(pieces(format_name, rows, Layout(columns=columns, **layout)))


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"value": 99, "unit": "%", "bound": "over", "kind": "rate"}, "≥ 99 %", "≥ 99 %"),
        ({"value": 100, "unit": "%", "bound": "under", "kind": "rate"}, "≤ 100 %", "≤ 100 %"),
        (
            {"value": 3.4, "unit": "百分点", "kind": "change", "direction": "down"},
            "↓ 3.4 百分点",
            "↓ 3.4 百分点",
        ),
        ({"value": 142000, "unit": "条", "bound": "approx"}, "≈ 142,000 条", "约 14.2万条"),
        ({"value": 23194, "unit": "人"}, "23,194 人", "23,194 人"),
        ({"value": 2623, "unit": "件"}, "2,623 件", "2623 件"),
        ({"value": 95000000, "unit": "元", "kind": "money"}, "95,000,000 元", "9500万元"),
        ({"value": 67700000000000, "unit": "元", "kind": "money"}, "67.7 tn 元", "67.7万亿元"),
        ({"value": 3, "value_max": 5, "unit": "天", "kind": "duration"}, "3–5 天", "3–5 天"),
        ({"value": 4, "unit": "位", "kind": "rank"}, "#4", "第 4 位"),
        ({"value": 10, "unit": "位", "kind": "rank", "bound": "under"}, "top 10", "前 10 位"),
        ({"value": 2.12, "unit": "", "kind": "ratio"}, "2.12", "2.12"),
        ({"value": "0.0000001", "unit": "%", "kind": "rate"}, "0.0000001 %", "0.0000001 %"),
    ],
)
def test_amounts_read_as_a_person_would_write_them(
    fields: dict[str, Any], english: str, chinese: str
) -> None:
    row = claim(**fields).to_dict()
    assert amount(row, "en") == english
    assert amount(row, "zh") == chinese


@pytest.mark.parametrize(("format_name", "separator"), [("csv", ","), ("tsv", "\t")])
def test_delimited_text_gives_back_what_went_in(format_name: str, separator: str) -> None:
    awkward = claim(sentence='他说"好",\t然后\r走了\r\n。', section="", value=20.58)
    text = written(format_name, CLAIM, awkward)
    header, *records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    assert header == list(FIELDS)
    for one, record in zip((CLAIM, awkward), records, strict=True):
        expected = ["" if value is None else str(value) for value in one.to_dict().values()]
        assert record == expected


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(format_name: str, start: str) -> None:
    hostile = start + "HYPERLINK(1)"
    text = written(format_name, claim(metric=hostile, sentence=hostile), columns=("metric", "sentence"))
    delimiter = "," if format_name == "csv" else "\t"
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[1] == ["'" + hostile] * 2


def test_numbers_and_the_name_of_standard_input_are_no_formulas() -> None:
    text = written("csv", claim(doc="-", value=-5), columns=("doc", "value"))
    assert text == "doc,value\n-,-5\n"


def test_one_empty_cell_is_still_a_line() -> None:
    text = written("csv", CLAIM, CLAIM, columns=("basis",))
    assert len(pd.read_csv(io.StringIO(text))) == 2


@given(st.text())
def test_json_holds_any_text(text: str) -> None:
    one = claim(sentence=text)
    assert [json.loads(line) for line in written("jsonl", one, one).removesuffix("\n").split("\n")] == [
        one.to_dict(),
        one.to_dict(),
    ]
    assert json.loads(written("json", one)) == [one.to_dict()]


def test_json_of_nothing_is_an_empty_array() -> None:
    assert json.loads(written("json")) == []
    assert written("jsonl") == ""


def test_json_keeps_chinese_readable_and_whole_numbers_whole() -> None:
    text = written("jsonl", claim(value=5), claim(value=20.58))
    assert "行政复议申请" in text
    assert '"value": 5,' in text
    assert '"value": 20.58,' in text


def test_markdown_is_a_table_whatever_the_cells_hold() -> None:
    hostile = "a|b <script>alert(1)</script> **c** `d` [e](http://f) \n| g | \\"
    page = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(written("md", claim(metric=hostile), columns=("metric", "value")))
    )
    assert page.count("<tr>") == 2
    assert page.count("<td>") == 2
    for tag in ("<script", "<strong", "<code", "<a "):
        assert tag not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **c** `d` [e](http://f) ␊| g | \\" in page


ESCAPES = "\x1b[31m红\x1b]0;title\x07\x9b1m\u202e倒\r\n[bold]x[/bold] :smile:"


@pytest.mark.parametrize("format_name", ["table", "md"])
def test_escapes_and_markup_are_shown_never_obeyed(format_name: str) -> None:
    text = written(format_name, claim(metric=ESCAPES), columns=("metric", "value"), chosen=True, width=200)
    assert not any(character in text for character in "\x1b\x07\x9b\u202e\r")
    assert "␛" in text
    assert "<U+202E>" in text.replace("\\", "")
    assert "[bold]x[/bold] :smile:" in text.replace("\\", "")
    assert len(text.splitlines()) == 3


@pytest.mark.parametrize("width", [20, 40, 80, 100, 140, 200])
@pytest.mark.parametrize("lang", LANGS)
def test_the_table_keeps_to_the_width_with_a_line_a_record(width: int, lang: str) -> None:
    claims = [
        claim(metric="依托“信用中国”网站归集公开行政许可和行政处罚等信用信息" * 3, value=142000, unit="条"),
        claim(metric="A" * 300, role="target", kind="duration"),
        claim(metric="", unit="", sentence="长句" * 200 + "2623件" + "尾" * 200),
    ]
    lines = written("table", *claims, columns=READABLE, lang=lang, width=width).splitlines()
    assert len(lines) == 2 + len(claims)
    assert max(map(cell_len, lines)) <= width
    assert ("2623件" in lines[-1]) == (width >= 140)


def test_the_table_crops_what_does_not_fit_and_nothing_else() -> None:
    short, long = "满意率", "很" * 100
    lines = written("table", claim(metric=short), claim(metric=long), columns=READABLE).splitlines()
    assert lines[2].startswith(short + " ")
    assert "很…" in lines[3]
    assert all(line.endswith("2022") for line in lines[2:])
    assert "2,623 件  count" in lines[3]


def test_columns_of_the_table_line_up() -> None:
    lines = written("table", claim(metric="满意率"), claim(metric="Rate 5"), columns=READABLE).splitlines()
    assert len({cell_len(line.partition("count")[0]) for line in lines[2:]}) == 1


def test_the_table_leaves_out_columns_that_say_nothing_unless_chosen() -> None:
    plain = written("table", CLAIM, columns=("metric", "role")).splitlines()[0]
    target = written("table", claim(role="target"), columns=("metric", "role")).splitlines()
    chosen = written("table", CLAIM, columns=("metric", "role"), chosen=True).splitlines()[0]
    assert "role" not in plain
    assert "role" in target[0]
    assert "target" in target[2]
    assert "role" in chosen


def test_documents_are_told_apart_in_the_table() -> None:
    text = written("table", CLAIM, claim(doc="另一份"), columns=READABLE)
    assert [line.strip() for line in text.splitlines() if line.strip() in ("报告", "另一份")] == [
        "报告",
        "另一份",
    ]
    assert "报告" not in written("table", CLAIM, columns=READABLE)


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name not in BINARY])
def test_no_record_at_all_still_gives_a_header_or_an_empty_result(format_name: str) -> None:
    text = written(format_name, columns=("metric", "value"))
    expected = {"csv": "metric,value\n", "tsv": "metric\tvalue\n", "json": "[]\n", "jsonl": ""}
    if format_name in expected:
        assert text == expected[format_name]
    else:
        assert len(text.splitlines()) == 2
        assert "metric" in text


def test_every_field_kind_and_role_has_a_label_in_both_languages() -> None:
    keys = [f"label.{name}" for name in (*FIELDS, *READABLE)]
    keys += [f"kind.{kind}" for kind in KINDS] + [f"role.{role}" for role in ROLES]
    assert [key for key in keys if key not in TEXTS] == []


def test_both_languages_of_a_message_fill_in_the_same_names() -> None:
    import string

    def names(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}

    assert [key for key, (english, chinese) in TEXTS.items() if names(english) != names(chinese)] == []


def test_wrapped_lines_fit_and_lose_nothing() -> None:
    text = "table, csv, tsv：终端上为 table；否则依输出文件的扩展名，再否则为 csv。" * 3
    lines = wrapped(text, 30)
    assert max(map(width_of, lines)) <= 32  # a closing mark may stand out by its own width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


# --- a file whole or not at all


def test_a_file_is_replaced_at_once_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)

    def seen_while_writing() -> Any:
        yield "new, "
        assert path.read_text() == "old"
        yield "济南"

    write_whole(path, seen_while_writing())
    assert path.read_text(encoding="utf-8") == "new, 济南"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def failing() -> Any:
        yield "new"
        raise error

    with pytest.raises(error):
        write_whole(path, failing())
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_places_that_are_no_file_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dangling").symlink_to("nowhere")

    def never() -> Any:
        pytest.fail("a piece was asked for")
        yield ""

    for name, words in [
        ("link", "symbolic link to target"),
        ("dangling", "symbolic link to nowhere"),
        ("", "is a folder"),
        ("no/such/file", "could not be written"),
        ("/dev/null", "not a regular file"),
    ]:
        with pytest.raises(OutputError, match=words):
            write_whole(tmp_path / name, never())
    assert (tmp_path / "target").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["dangling", "link", "target"]


# --- Python


def test_a_frame_has_every_field_with_its_type() -> None:
    frame = jinan_metrics.to_frame([CLAIM, claim(value=20.58, year=None, place=None)])
    assert list(frame.columns) == list(FIELDS)
    assert frame["value"].tolist() == [2623.0, 20.58]
    assert frame["year"].isna().tolist() == [False, True]
    assert {name: str(dtype) for name, dtype in frame.dtypes.items() if str(dtype) != "string"} == {
        "year": "Int64",
        "period": "Int64",
        "value": "float64",
        "value_max": "float64",
        "start": "int64",
        "end": "int64",
        "confidence": "float64",
    }


def test_a_frame_of_nothing_has_the_same_types() -> None:
    full, empty = jinan_metrics.to_frame([CLAIM]), jinan_metrics.to_frame([])
    assert len(empty) == 0
    assert full.dtypes.equals(empty.dtypes)
