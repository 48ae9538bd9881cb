"""The library: what goes in comes out exactly, twice is once, and nothing is lost to a second process or a kill."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from running import COMMAND, SEEDS, environment, jmetrics, on_terminal

from jinan_metrics.about import declared
from jinan_metrics.extract import claims_of
from jinan_metrics.library import schema
from jinan_metrics.library.errors import LibraryError
from jinan_metrics.library.store import Library, default_path
from jinan_metrics.model import Document
from jinan_metrics.reading import read

TEXT = "安河市2022年工作情况报告\n全市办理政协提案500件，得分13.24分，审批时限压缩到3至5天。\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "lib.sqlite"


def document(text: str = TEXT, name: str = "d", **given: object) -> Document:
    return declared(Document(name=name, text=text), **given)


def intact(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_claims_come_back_as_they_were(path: Path) -> None:
    documents = [read(seed) for seed in SEEDS] + [document()]
    with Library(path) as library:
        for one in documents:
            library.add(one)
    with Library(path) as library:
        assert list(library.claims(repeats=True)) == [claim for one in documents for claim in claims_of(one)]
        assert library.text("d") == TEXT
        assert {claim.value for claim in library.claims(docs=["d"])} == {500, Decimal("13.24"), 3}
        assert {claim.period for claim in library.claims([2023])} == {2023}
        assert {claim.place for claim in library.claims(places=["安河市"])} == {"安河市"}
        assert all(claim.repeat_of is None for claim in library.claims())


def test_the_same_text_again_changes_nothing(path: Path) -> None:
    with Library(path) as library:
        assert library.add(document()).status == "added"
        assert library.add(document()).status == "unchanged"
        assert library.add(document(name="other")).status == "unchanged"
        assert [stored.name for stored in library.documents()] == ["d"]


def test_what_is_declared_later_is_kept(path: Path) -> None:
    with Library(path) as library:
        library.add(document("办理政协提案500件。"))
        assert library.undated() == ["d"]
        assert library.add(document("办理政协提案500件。", year=2021)).status == "described"
        assert library.add(document("办理政协提案500件。", place="安河市")).status == "described"
        (stored,) = library.documents()
        assert (stored.year, stored.place, stored.known["year"]) == (2021, "安河市", "declared")
        assert [(claim.period, claim.place) for claim in library.claims()] == [(2021, "安河市")]


def test_documents_of_one_name_are_told_apart(path: Path) -> None:
    with Library(path) as library:
        names = [library.add(document(TEXT + "完。" * n)).name for n in range(3)]
        assert names == ["d", "d~2", "d~3"]
        assert {claim.doc for claim in library.claims()} == set(names)


def test_claims_of_other_rules_are_extracted_anew(path: Path) -> None:
    with Library(path) as library:
        library.add(document())
        fresh = list(library.claims())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET rules = 'earlier'")
        connection.execute("DELETE FROM claims WHERE position > 0")
    with Library(path) as library:
        assert library.stale() == 1
        assert [added.status for added in library.refresh()] == ["extracted"]
        assert library.stale() == 0
        assert list(library.claims()) == fresh


def test_removing(path: Path) -> None:
    with Library(path) as library:
        library.add(document())
        library.add(document("办理政协提案1件。", name="e"))
        digest = next(library.documents()).content
        assert library.find("d") == library.find(digest[:8]) == ["d"]
        assert library.find("nosuch") == []
        assert library.remove(["d", "nosuch"]) == 1
        assert {claim.doc for claim in library.claims()} == {"e"}


@pytest.mark.parametrize("name", ["'; DROP TABLE documents; --", "a\x1b[31mb", "名\n字", "%_", "d\ud800"])
def test_odd_names_and_texts_are_only_text(path: Path, name: str) -> None:
    with Library(path) as library:
        added = library.add(document(TEXT + "\ud800\0完", name=name))
        text = library.text(added.name)
        assert text is not None
        assert all(text[claim.start : claim.end] == claim.text for claim in library.claims())
        library.add(document())
        assert library.remove([added.name]) == 1
        assert [stored.name for stored in library.documents()] == ["d"]


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text(TEXT * 50, encoding="utf-8")
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    for file in (text, other, tmp_path):
        before = file.read_bytes() if file.is_file() else b""
        with pytest.raises(LibraryError) as caught:
            Library(file)
        assert caught.value.wrong
        assert not file.is_file() or file.read_bytes() == before or file == other
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


def test_a_library_of_a_later_version_is_refused(path: Path) -> None:
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    run = jmetrics("docs", "--library", path)
    assert run.returncode == 2
    assert b"made by a later version" in run.stderr


def test_steps_run_in_order_and_all_or_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path) as library:
        library.add(document())
    steps = (*schema.STEPS, ("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT 'zh'",))
    broken = (*steps, ("CREATE TABLE more (x)", "NOT SQL"))
    monkeypatch.setattr(schema, "STEPS", broken)
    monkeypatch.setattr(schema, "VERSION", len(broken))
    with pytest.raises(LibraryError):
        Library(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps) - 1,)
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'more'").fetchone() is None
    monkeypatch.setattr(schema, "STEPS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    with Library(path) as library:
        assert [stored.name for stored in library.documents()] == ["d"]
        assert len(list(library.claims())) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    run = jmetrics("add", SEEDS[0], "--library", tmp_path / "lib.sqlite")
    assert (run.returncode, b"cannot be used" in run.stderr) == (1, True)


def test_where_it_is_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JMETRICS_LIBRARY", raising=False)
    assert default_path().name == "library.sqlite"
    assert default_path().parent.name == "jmetrics"
    monkeypatch.setenv("JMETRICS_LIBRARY", "/somewhere/else.db")
    assert default_path() == Path("/somewhere/else.db")


# --- the commands, in processes of their own


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(60):
        text = f"安河市{1960 + number}年工作情况报告\n" + "".join(
            f"第{n}项工作办理案件{n + number}件，办结率{n % 100}%。\n" for n in range(60)
        )
        (folder / f"r{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_add_docs_and_remove(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("办理政协提案1件。", encoding="utf-8")
    run = jmetrics("add", "a.txt", "b.txt", "gone.txt", "--library", path, cwd=tmp_path)
    said = run.stderr.decode()
    assert run.returncode == 1
    assert run.stdout == b""
    assert "gone.txt: no such file" in said
    assert "2 added" in said
    assert "the year of 1 documents is not known: b; add them again with --year YEAR" in said
    listed = [
        json.loads(line) for line in jmetrics("docs", "--library", path, "-f", "jsonl").stdout.splitlines()
    ]
    assert [(d["name"], d["year"], d["year_known"], d["place"], d["claims"]) for d in listed] == [
        ("a", 2022, "title", "安河市", 3),
        ("b", None, "", None, 1),
    ]
    assert b"b" in jmetrics("docs", "--library", path, "--unknown").stdout
    run = jmetrics("add", "b.txt", "--year", "2023", "--library", path, cwd=tmp_path)
    assert b"1 described anew" in run.stderr
    run = jmetrics("remove", "aa", "--library", path)
    assert (run.returncode, b"no such document" in run.stderr) == (1, True)
    assert jmetrics("remove", "--all", "--library", path).returncode == 2
    assert jmetrics("remove", "--library", path).returncode == 2
    assert b"2 documents removed" in jmetrics("remove", "--all", "--yes", "--library", path).stderr


def test_standard_input_can_be_named(path: Path) -> None:
    run = jmetrics("add", "-", "--name", "发布会", "--year", "2023", "--library", path, text=TEXT.encode())
    assert run.returncode == 0
    assert "发布会" in jmetrics("docs", "--library", path).stdout.decode()


def test_docs_of_files_need_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run = jmetrics("docs", "a.txt", "-f", "jsonl", cwd=tmp_path, JMETRICS_LIBRARY=str(tmp_path / "no.sqlite"))
    assert json.loads(run.stdout)["title"] == "安河市2022年工作情况报告"
    assert not (tmp_path / "no.sqlite").exists()


def test_no_library_yet_is_no_error(path: Path) -> None:
    run = jmetrics("docs", "--library", path)
    assert (run.returncode, b"no library at" in run.stderr, path.exists()) == (0, True, False)


def test_a_bar_shows_on_a_terminal_only(path: Path, reports: Path) -> None:
    assert jmetrics("add", reports, "--library", path).stderr.count(b"\n") == 1
    code, shown, said = on_terminal("add", reports, "--library", path)
    assert (code, shown, said.count("\n")) == (0, "", 1)


def test_two_processes_add_at_once_and_lose_nothing(path: Path, reports: Path) -> None:
    files = sorted(reports.iterdir())
    halves = [files[:45], files[15:]]
    running = [
        subprocess.Popen(
            [*COMMAND, "add", *map(str, half), "--library", str(path)],
            env=environment(),
            stderr=subprocess.PIPE,
        )
        for half in halves
    ]
    for _ in range(5):  # reading goes on meanwhile
        assert jmetrics("docs", "--library", path).returncode == 0
    errors = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], errors
    with Library(path) as library:
        stored = list(library.documents())
        assert sorted(document.name for document in stored) == [file.stem for file in files]
        assert len({document.claims for document in stored}) == 1
    assert intact(path)


def test_killed_in_the_middle_it_loses_at_most_the_one_at_hand(path: Path, reports: Path) -> None:
    for number in range(60, 400):
        (reports / f"r{number}.txt").write_text(
            (reports / "r00.txt").read_text(encoding="utf-8") + f"共{number}份。", encoding="utf-8"
        )
    with subprocess.Popen(
        [*COMMAND, "add", str(reports), "--library", str(path)], env=environment(), stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 60
        while _count(path) < 5 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert intact(path)
    with Library(path) as library:
        stored = list(library.documents())
        assert 5 <= len(stored) < 400
        assert min(document.claims for document in stored) >= 120
    run = jmetrics("add", reports, "--library", path)
    assert run.returncode == 0
    assert f"{len(stored)} unchanged" in run.stderr.decode()
    assert _count(path) == 400


def _count(path: Path) -> int:
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # not there yet
        return 0


def test_a_claim_of_many_digits_is_exact(path: Path) -> None:
    with Library(path) as library:
        one = document("安河市2022年报告\n总投资1234567890123456.789012345元。")
        library.add(one)
        assert [claim.value for claim in library.claims()] == [Decimal("1234567890123456.789012345")]
        assert list(library.claims()) == [replace(claim) for claim in claims_of(one)]
