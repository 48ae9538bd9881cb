"""``jmetrics compare`` as a user runs it: without a library, with one, on a terminal, into a pipe, and wrongly."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import SEEDS, jmetrics, on_terminal, records

from jinan_metrics.writing.comparison import course
from jinan_metrics.writing.width import width_of

OLD = "安河市2021年工作情况报告\n全市办理政协提案500件，聘任法律顾问10名。办结率90%。指数位列全省第六。\n"
NEW = "安河市2022年工作情况报告\n全年办理政协提案549件，减免罚款1200余万元。办结率92.5%。指数位列全省第四。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "in" / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def compare(*arguments: str | Path, cwd: Path | None = None, **env: str):
    return jmetrics(
        "compare", *arguments, cwd=cwd, **({"JMETRICS_LIBRARY": "/nonexistent/none.sqlite"} | env)
    )


def lines(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def test_without_anything_the_shipped_documents_are_compared() -> None:
    run = compare("2022", "2023", "--only", "changed,same", "-f", "jsonl")
    assert run.returncode == 0
    assert run.stderr.decode().count("\n") == 1
    assert b"comparing the two documents that come with jmetrics" in run.stderr
    found = {
        row["metric"]: [row["values"][year]["value"] for year in ("2022", "2023")]
        for row in lines(run.stdout)
    }
    assert found.pop("政府透明度指数") == [4, 6]
    assert found.pop("政协提案") == [568, 549]
    assert found.pop("行政机关负责人出庭应诉率") == [100, 100]
    assert list(found.values()) == [[443, 356]]
    assert "人大代表建议" in next(iter(found))


def test_of_inputs(folder: Path) -> None:
    run = compare("2021", "2022", "--input", "in/old.txt", "--input", "in/new.txt", "-f", "jsonl", cwd=folder)
    assert (run.returncode, run.stderr) == (0, b"")
    rows = {row["metric"]: row for row in lines(run.stdout)}
    assert {metric: row["status"] for metric, row in rows.items()} == {
        "政协提案": "changed", "法律顾问": "gone", "办结率": "changed", "指数": "changed", "减免罚款": "appeared",
    }  # fmt: skip
    assert (
        rows["政协提案"]["delta"],
        rows["政协提案"]["delta_pct"],
        rows["办结率"]["delta"],
        rows["指数"]["delta"],
    ) == (49, 9.8, 2.5, -2)
    assert rows["法律顾问"]["values"]["2022"] is None
    assert compare("2021", "2022", "--input", "in", "-f", "jsonl", cwd=folder).stdout != b""


def test_of_a_library(folder: Path) -> None:
    library = folder / "lib.sqlite"
    assert jmetrics("add", "in", "--library", library, cwd=folder).returncode == 0
    by_option = compare("2021", "2022", "--library", library, "-f", "jsonl")
    by_environment = compare("2021", "2022", "-f", "jsonl", JMETRICS_LIBRARY=str(library))
    assert by_option.stdout == by_environment.stdout
    of_input = compare("2021", "2022", "--input", "in", "-f", "jsonl", cwd=folder)
    key = lambda row: str(row["metric"])  # noqa: E731
    assert sorted(lines(by_option.stdout), key=key) == sorted(lines(of_input.stdout), key=key)


def test_wide_and_long_csv(folder: Path) -> None:
    run = compare("2021", "2022", "--input", "in", cwd=folder)
    wide = {row["metric"]: row for row in records(run.stdout)}
    assert (wide["政协提案"]["2021"], wide["政协提案"]["2022"], wide["政协提案"]["delta"]) == (
        "500",
        "549",
        "49",
    )
    assert wide["减免罚款"]["2022_bound"] == "over"
    assert wide["政协提案"]["2022_sentence"].startswith("全年办理政协提案549件")
    long = records(compare("2021", "2022", "--input", "in", "--long", cwd=folder).stdout)
    assert [(row["column"], row["value"]) for row in long if row["metric"] == "政协提案"] == [
        ("2021", "500"),
        ("2022", "549"),
    ]
    file = folder / "rows.csv"
    assert compare("2021", "2022", "--input", "in", "-o", file, cwd=folder).returncode == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + run.stdout


@pytest.mark.parametrize(
    ("options", "metrics"),
    [
        (["--only", "gone"], {"法律顾问"}),
        (["--only", "changed", "--kind", "rank"], {"指数"}),
        (["--place", "临水市"], set()),
        (["--place", "安河市", "--kind", "rate"], {"办结率"}),
        (["--role", "target"], set()),
        (["--min-confidence", "1"], set()),
    ],
)
def test_options_choose_rows(folder: Path, options: list[str], metrics: set[str]) -> None:
    run = compare("2021", "2022", "--input", "in", *options, "-f", "jsonl", cwd=folder)
    assert run.returncode == 0
    assert {row["metric"] for row in lines(run.stdout)} == metrics


def test_rows_can_be_sorted(folder: Path) -> None:
    run = compare("2021", "2022", "--input", "in", "--sort", "delta", "-f", "jsonl", cwd=folder)
    assert [row["delta"] for row in lines(run.stdout)][:3] == [49, 2.5, -2]


def test_columns_by_place_and_by_document(folder: Path) -> None:
    (folder / "in" / "other.txt").write_text(
        "临水市2022年工作情况报告\n全市办理政协提案30件。\n", encoding="utf-8"
    )
    run = compare(
        "2022", "--by", "place", "--place", "临水市,安河市", "--input", "in", "-f", "jsonl", cwd=folder
    )
    (row,) = [row for row in lines(run.stdout) if row["metric"] == "政协提案"]
    assert {place: claim["value"] for place, claim in row["values"].items()} == {"临水市": 30, "安河市": 549}
    run = compare("--by", "doc", "--input", "in", "-f", "jsonl", cwd=folder)
    (row,) = [row for row in lines(run.stdout) if row["metric"] == "政协提案"]
    assert {doc: claim["value"] for doc, claim in row["values"].items()} == {
        "new": 549,
        "old": 500,
        "other": 30,
    }


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_fits_the_terminal(folder: Path, columns: int, lang: str) -> None:
    from rich.cells import cell_len

    code, shown, said = on_terminal(
        "compare", "2021", "2022", "--input", folder / "in", "--lang", lang, columns=columns, NO_COLOR="1"
    )
    assert (code, said) == (0, "")
    shown = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(cell_len, shown.splitlines())) <= columns
    for words in ("政协提案", "500", "549", "↑ 2"):
        assert words in shown
    if columns > 60:
        assert "+9.8%" in shown
        assert ("↑ 2 位" if lang == "zh" else "↑ 2 places") in shown


def test_bounds_show_a_direction_and_a_note(folder: Path) -> None:
    (folder / "in" / "old.txt").write_text("安河市2021年报告\n发放手册5000余册。\n", encoding="utf-8")
    (folder / "in" / "new.txt").write_text("安河市2022年报告\n发放手册6100册。\n", encoding="utf-8")
    run = compare("2021", "2022", "--input", "in", "-f", "table", "--lang", "zh", cwd=folder)
    text = run.stdout.decode()
    assert "↑" in text
    assert "%" not in text
    assert "含界限或区间" in text


def test_three_years_have_a_course(folder: Path) -> None:
    (folder / "in" / "next.txt").write_text("安河市2023年报告\n办理政协提案520件。\n", encoding="utf-8")
    run = compare("2021", "2022", "2023", "--input", "in", "-f", "table", cwd=folder)
    assert "▁█▄" in run.stdout.decode()


def test_many_years_are_set_below_each_other_and_no_figure_is_cropped(tmp_path: Path) -> None:
    for year in range(2011, 2020):
        report = f"安河市{year}年统计公报\n全年生产总值{year - 1000}.{year % 10}亿元，比上年增长{year % 7 + 1}.5%。\n"
        (tmp_path / f"{year}.txt").write_text(report, encoding="utf-8")
    years = [str(year) for year in range(2011, 2020)]
    run = compare(*years, "--input", tmp_path, "-f", "table", "--lang", "zh", COLUMNS="80")
    table = run.stdout.decode()
    assert max(map(width_of, table.splitlines())) <= 80
    for year in range(2011, 2020):
        assert f"{year - 1000}.{year % 10}亿".replace(".0", "") in table
        assert f"↑ {year % 7 + 1}.5" in table
    assert [year for year in years if table.count(f" {year} ") + table.count(f" {year}\n") != 1] == []


@pytest.mark.parametrize("row", ["1", "政协提案"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_row_is_explained(folder: Path, row: str, lang: str) -> None:
    text = compare(
        "2021", "2022", "--input", "in", "--explain", row, "--lang", lang, cwd=folder
    ).stdout.decode()
    assert "办理政协提案【500件】" in text
    assert "全年办理政协提案【549件】" in text
    assert "✓" in text
    assert "✗" not in text


def test_a_row_that_stands_alone_is_explained(folder: Path) -> None:
    (folder / "in" / "old.txt").write_text("安河市2021年报告\n审查规范性文件56件。\n", encoding="utf-8")
    (folder / "in" / "new.txt").write_text("安河市2022年报告\n审查涉企规范性文件62件。\n", encoding="utf-8")
    text = compare("2021", "2022", "--input", "in", "--explain", "1", cwd=folder).stdout.decode()
    assert "were not matched" in text
    assert "✗ only one of them says: 涉企" in text


def test_documents_of_unknown_year_are_named_with_the_way_out(folder: Path) -> None:
    (folder / "in" / "new.txt").write_text("办理政协提案549件。\n", encoding="utf-8")
    run = compare("2021", "2022", "--input", "in", "-f", "jsonl", cwd=folder)
    assert b"new; say it with --year NAME=YEAR" in run.stderr
    assert b"nothing found for 2022" in run.stderr
    run = compare("2021", "2022", "--input", "in", "--year", "new=2022", "-f", "jsonl", cwd=folder)
    assert run.stderr == b""
    assert "政协提案" in {row["metric"] for row in lines(run.stdout) if row["status"] == "changed"}


def test_aliases_are_read_and_bad_ones_refused(folder: Path) -> None:
    (folder / "in" / "new.txt").write_text("安河市2022年报告\n办理委员提案意见549件。\n", encoding="utf-8")
    aliases = folder / "aliases.txt"
    aliases.write_text("政协提案 = 委员提案意见\n", encoding="utf-8")
    run = compare(
        "2021", "2022", "--input", "in", "--only", "changed", "-f", "jsonl", "--aliases", aliases, cwd=folder
    )
    assert [row["delta"] for row in lines(run.stdout)] == [49]
    assert (
        compare("2021", "2022", "--input", "in", "--only", "changed", "-f", "jsonl", cwd=folder).stdout == b""
    )
    aliases.write_text("政协提案\n", encoding="utf-8")
    run = compare("2021", "2022", "--input", "in", JMETRICS_ALIASES=str(aliases), cwd=folder)
    assert run.returncode == 2
    assert b"aliases.txt:1: not an alias line" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["2022"], "name two or more years"),
        ([], "name two or more years"),
        (["2022", "20x3"], "'20x3' is not a year"),
        (["2022", "0"], "'0' is not a year"),
        (["2022", "2022"], "named twice"),
        (["2022", "2023", "--by", "month"], "--by: unknown 'month'"),
        (["2022", "2023", "--only", "new"], "--only: unknown 'new'"),
        (["2022", "2023", "--sort", "size"], "--sort: unknown 'size'"),
        (["2022", "2023", "-f", "docx"], "unknown format"),
        (["2022", "2023", "--explain", "9999"], "--explain: no row"),
        (["2022", "2023", "--year", "x"], "is not NAME=YEAR"),
        (["2022", "2023", "--year", "nosuch=2022"], "no document 'nosuch'"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], words: str) -> None:
    run = compare(*arguments)
    assert run.returncode == 2
    assert words in run.stderr.decode()
    assert run.stdout == b""


def test_what_cannot_be_read_costs_nothing_else(folder: Path) -> None:
    run = compare("2021", "2022", "--input", "in", "--input", "gone.txt", "-f", "jsonl", cwd=folder)
    assert run.returncode == 1
    assert b"gone.txt: no such file" in run.stderr
    assert len(lines(run.stdout)) == 5


def test_an_input_is_not_overwritten(folder: Path) -> None:
    run = compare("2021", "2022", "--input", "in/old.txt", "-o", "in/old.txt", cwd=folder)
    assert run.returncode == 2
    assert (folder / "in" / "old.txt").read_text(encoding="utf-8") == OLD


def test_hostile_words_stay_words(folder: Path) -> None:
    text = "安河市2021年报告\n公布“[bold]\x1b[31m红”政策清单104项。\n"
    (folder / "in" / "old.txt").write_text(text, encoding="utf-8")
    code, shown, _ = on_terminal(
        "compare", "2021", "2022", "--input", folder / "in", columns=140, NO_COLOR="1"
    )
    assert code == 0
    assert "\x1b[31m" not in shown
    assert "␛" in shown


def test_the_python_interface() -> None:
    import jinan_metrics

    documents = [jinan_metrics.read(path) for path in SEEDS]
    claims = [
        c for d in documents for c in jinan_metrics.extract(d.text, doc=d.name, year=d.year, place=d.place)
    ]
    rows = jinan_metrics.compare(claims, [2022, 2023])
    (row,) = [row for row in rows if row.metric == "政府透明度指数"]
    assert (row.delta, row.trend) == (2, "worse")
    assert course(row) == "▁█"
