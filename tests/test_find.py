"""``jmetrics find``: how often the figure asked for comes first, what a query is understood to say, the index, the command."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import GOLD, ROOT, SHARED_GOLD
from running import SEEDS, jmetrics, on_terminal, records

from jinan_metrics.about import declared
from jinan_metrics.comparing import Aliases
from jinan_metrics.extract import claims_of
from jinan_metrics.finding import find
from jinan_metrics.finding.query import Query, understood
from jinan_metrics.finding.search import Claims
from jinan_metrics.finding.synonyms import _shipped, synonyms
from jinan_metrics.library import schema
from jinan_metrics.library.store import Library
from jinan_metrics.library.tokens import tokens
from jinan_metrics.model import Document
from jinan_metrics.reading import read

PLACES = ["济南市", "安河市", "河川县", "全国"]


def queries() -> list[dict[str, str]]:
    return table("queries.tsv")


def table(name: str) -> list[dict[str, str]]:
    lines = (ROOT / "fixtures" / "find" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))


@pytest.fixture(scope="module")
def folder() -> Path:
    return SHARED_GOLD if SHARED_GOLD.is_dir() else GOLD


@pytest.fixture(scope="module")
def library(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    opened = Library(tmp_path_factory.mktemp("find") / "lib.sqlite")
    places = {row["doc"]: row["place"] for row in table("places.tsv")}
    for path in sorted(folder.glob("*.txt")):
        opened.add(declared(read(path), place=places.get(path.stem)))
    return opened


def places_of(library: Library | Claims, rows: list[dict[str, str]]) -> Counter[str]:
    """How many queries of each part there are, and how many have the figure asked for first or among the first three."""
    claims = list(library.claims()) if isinstance(library, Library) else library.claims
    documents: dict[str, set[str]] = {}
    for claim in claims:
        documents.setdefault(claim.sentence, set()).add(claim.doc)
    counts: Counter[str] = Counter()
    for row in rows:
        part = row["half"]
        counts[part] += 1
        for position, answer in enumerate(find(library, row["query"], limit=3)):
            claim = answer.claim
            wanted = (row["kind"], Decimal(row["value"]), row["unit"].removeprefix("个"))
            if (claim.kind, round(claim.value, 4), claim.unit.removeprefix("个")) == wanted and row[
                "doc"
            ] in documents[claim.sentence]:
                counts[f"{part} first"] += position == 0
                counts[f"{part} among three"] += 1
                break
    return counts


def test_what_is_asked_for_comes_first(library: Library, folder: Path) -> None:
    present = {path.stem for path in folder.glob("*.txt")}
    rows = [row for row in queries() if row["doc"] in present]
    counts = places_of(library, rows)
    parts = ("tune", "held", "fresh")
    for part in parts:
        assert counts[part] >= 15
        assert counts[f"{part} first"] / counts[part] >= 0.84, counts
        assert counts[f"{part} among three"] / counts[part] >= 0.93, counts
    assert sum(counts[f"{part} first"] for part in parts) / len(rows) >= 0.86, counts
    assert sum(counts[f"{part} among three"] for part in parts) / len(rows) >= 0.95, counts


def test_a_library_and_claims_in_memory_give_the_same_answers(library: Library) -> None:
    titles = {stored.name: stored.title for stored in library.documents()}
    memory = Claims(list(library.claims()), titles)
    asked = [row["query"] for row in queries()][::5]
    same = sum(
        [answer.claim for answer in find(library, query, limit=1)]
        == [answer.claim for answer in find(memory, query, limit=1)]
        for query in asked
    )
    assert same / len(asked) >= 0.9


def query(text: str) -> Query:
    indicators, wordings = synonyms()
    return understood(text, places=PLACES, indicators=indicators, wordings=wordings)


def test_a_query_is_taken_apart() -> None:
    asked = query("济南 2022 行政复议申请 多少件")
    assert (asked.years, asked.places, asked.units, asked.kinds) == ((2022,), ("济南市",), ("件",), {"count"})
    (piece,) = asked.pieces
    assert piece.names[0] == "行政复议申请"
    assert "administrative reconsideration applications" in piece.names


@pytest.mark.parametrize(
    ("text", "kinds", "direction"),
    [
        ("出庭应诉率", {"rate"}, ""),
        ("败诉率下降了几个百分点", {"change"}, "down"),
        ("GDP增速", {"change"}, "up"),
        ("透明度指数排名第几", {"rank"}, ""),
        ("减免罚款多少钱", {"money"}, ""),
        ("企业开办要几天", {"duration"}, ""),
        ("GDP growth", {"change"}, "up"),
        ("单位GDP能耗", set(), ""),
    ],
)
def test_words_ask_for_a_kind(text: str, kinds: set[str], direction: str) -> None:
    asked = query(text)
    assert (set(asked.kinds), asked.direction) == (kinds, direction)


def test_years_and_spans_of_years() -> None:
    assert query("2019-2021年 常住人口").years == (2019, 2020, 2021)
    assert query("安河市2020年和2022年常住人口").years == (2020, 2022)


def test_an_indicator_inside_a_longer_one_gives_way() -> None:
    (piece,) = query("人均GDP").pieces
    assert "人均地区生产总值" in piece.names
    assert "地区生产总值" not in piece.names
    assert [piece.names for piece in query("PCPIX").pieces] == [("PCPIX",)]


def test_every_name_of_an_indicator_is_in_one_group() -> None:
    names = Counter(name.casefold() for group in _shipped("indicators") for name in group)
    assert [name for name, count in names.items() if count > 1] == []
    assert len(_shipped("indicators")) >= 150


def test_tokens_are_pairs_of_characters_and_words() -> None:
    assert tokens("税收PM2.5达１２%") == ["税收", "pm2", "5", "达", "12"]


def texts(path: Path, *documents: tuple[str, str]) -> Library:
    opened = Library(path)
    for name, text in documents:
        opened.add(declared(Document(name=name, text=text)))
    return opened


OLD = ("old", "安河市2021年工作报告\n全市收到行政复议申请120件。公职律师50人。\n")
NEW = ("new", "安河市2022年工作报告\n全市收到行政复议申请180件，行政复议调解和解率31%。公职律师61人。\n")
OTHER = ("other", "河川县2022年工作报告\n全县收到行政复议申请44件。涉企公职律师7人。常住人口31.2万人。\n")


def test_years_and_places_leave_others_out(tmp_path: Path) -> None:
    with texts(tmp_path / "l", OLD, NEW, OTHER) as library:
        values = [answer.claim.value for answer in find(library, "安河2022行政复议申请")]
        assert values[0] == 180
        assert 120 not in values
        assert 44 not in values
        assert find(library, "河川县复议申请")[0].claim.value == 44
        assert find(library, "reconsideration applications 2021")[0].claim.value == 120
        assert find(library, "复议申请", places=["河川县"])[0].claim.value == 44
        assert {a.claim.period for a in find(library, "复议申请", years=[2021])} == {2021}
        assert {a.claim.kind for a in find(library, "复议", kinds=["rate"])} == {"rate"}


def test_a_year_without_such_a_figure_gives_those_of_other_years_with_less(tmp_path: Path) -> None:
    with texts(tmp_path / "l", OLD, NEW) as library:
        right, wrong = find(library, "公职律师 2022")[0], find(library, "公职律师 2019")[0]
        assert right.score > 0.9 > 0.7 > wrong.score
        assert find(library, "公职律师", years=[2019]) == []


def test_words_that_make_another_metric_count(tmp_path: Path) -> None:
    with texts(tmp_path / "l", ("x", "河川县2022年工作报告\n涉企公职律师7人。\n公职律师19人。\n")) as library:
        assert [a.claim.value for a in find(library, "公职律师")] == [19, 7]
        assert [a.claim.value for a in find(library, "涉企公职律师")] == [7, 19]


def test_aliases_of_the_user_widen_a_query(tmp_path: Path) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text("公职律师 = 政府里的律师团\n", encoding="utf-8")
    with texts(tmp_path / "l", NEW) as library:
        assert find(library, "政府里的律师团")[:1] == []
        assert find(library, "政府里的律师团", aliases=Aliases.read(file))[0].claim.value == 61


def test_the_index_follows_what_is_added_described_and_removed(tmp_path: Path) -> None:
    with texts(tmp_path / "l", OLD, NEW) as library:
        library.add(declared(Document(name="old", text=OLD[1]), place="临水市", year=2015))
        assert find(library, "临水市 2015 复议申请")[0].claim.value == 120
        library.remove(["old"])
        assert [a.claim.value for a in find(library, "复议申请") if a.claim.kind == "count"] == [180]
        assert library.frequencies(["公职"])[0] == {"公职": 1}
        library.remove(["new"])
        assert library.frequencies(["公职"]) == ({}, 0)
        assert find(library, "复议申请") == []


def test_a_library_of_the_first_version_is_indexed_when_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l"
    with texts(path, NEW, OTHER) as library:
        before = find(library, "复议申请")
    with sqlite3.connect(path) as connection:
        for name in ("claim_vocabulary", "claim_words"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("DROP INDEX documents_by_place")
        connection.execute("PRAGMA user_version = 1")
    with Library(path) as library:
        assert find(library, "复议申请") == before
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_repeats_are_no_answers(tmp_path: Path) -> None:
    line = "全市收到行政复议申请120件，同比增长20%。\n"
    claims = claims_of(Document(name="d", text=line + "其间一句。\n" + line))
    assert len(claims) == 4
    assert len(find(claims, "复议申请")) == 2
    with texts(tmp_path / "l", ("d", line + "其间一句。\n" + line)) as library:
        assert len(find(library, "复议申请")) == 2


@pytest.mark.parametrize(
    "text", ['"', "NEAR(", "a* OR b", "（）", "多少", "2022", "'; --", "-", "{name}: x", "\x00"]
)
def test_no_query_breaks_the_index(tmp_path: Path, text: str) -> None:
    with texts(tmp_path / "l", NEW) as library:
        assert isinstance(find(library, text), list)


def run(*arguments: str | Path, **env: str):
    return jmetrics("find", *arguments, **({"JMETRICS_LIBRARY": "/nonexistent/none.sqlite"} | env))


def test_of_inputs_of_a_library_and_of_the_shipped_documents(tmp_path: Path) -> None:
    library = tmp_path / "lib.sqlite"
    jmetrics("add", *SEEDS, "--library", library)
    words = ("济南", "2022", "行政复议申请", "多少件")
    outputs = [
        run(*words, "--input", SEEDS[0].parent, "-f", "jsonl", "--limit", "1"),
        run(*words, "--library", library, "-f", "jsonl", "--limit", "1"),
        run(*words, "-f", "jsonl", "--limit", "1"),
    ]
    for output in outputs:
        assert output.returncode == 0
        answer = json.loads(output.stdout)
        assert (answer["value"], answer["period"], answer["place"]) == (2623, 2022, "济南市")
        assert "行政复议申请2623件" in answer["sentence"]
        assert answer["score"] > 0.9
    assert b"come with jmetrics" in outputs[2].stderr


def test_rows_for_programs_and_a_table_for_people() -> None:
    found = records(run("出庭应诉率").stdout)
    assert [row["metric"] for row in found[:2]] == ["行政机关负责人出庭应诉率"] * 2
    assert list(found[0])[:3] == ["score", "id", "doc"]
    code, shown, _ = on_terminal(
        "find", "出庭应诉率", "--limit", "2", columns=90, NO_COLOR="1", JMETRICS_LIBRARY="/none"
    )
    assert code == 0
    assert shown.count("100 %") == 2
    assert shown.count("【100%】") == 2
    assert shown.index("2022  济南市") < shown.index("2023  济南市")


def test_series_of_the_best_answer() -> None:
    rows = records(run("政协提案", "--series").stdout)
    assert [(row["column"], row["value"]) for row in rows] == [("2022", "568"), ("2023", "549")]


def test_nothing_found_is_no_failure() -> None:
    output = run("光伏组件出口", "--quiet")
    assert (output.returncode, records(output.stdout)) == (0, [])
    assert b"nothing answers" in run("光伏组件出口").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["复议", "--limit", "0"],
        ["复议", "--year", "二〇"],
        ["复议", "--year", "2023-2020"],
        ["复议", "--kind", "x"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    output = run(*arguments)
    assert (output.returncode, output.stdout) == (2, b"")
    assert output.stderr.count(b"\n") == 2


def test_an_unreadable_input_costs_only_itself(tmp_path: Path) -> None:
    output = run("政协提案", "--input", tmp_path / "none.txt", "--input", SEEDS[0], "-f", "jsonl")
    assert output.returncode == 1
    assert json.loads(output.stdout.splitlines()[0])["value"] == 568


def test_confidence_decides_between_equals() -> None:
    (claim,) = claims_of(Document(name="d", text="公职律师61人。"))
    unsure = replace(claim, confidence=0.4, value=Decimal(5))
    assert [answer.claim.value for answer in find([unsure, claim], "公职律师")] == [61, 5]
