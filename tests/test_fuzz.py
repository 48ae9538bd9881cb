"""Fuzzing: pieces of a corpus, changed and mixed, through every reader and the whole of extraction.

Each target runs until its share of ``JMETRICS_FUZZ_SECONDS`` is over (20 seconds for all of them, without it). What a run
finds is made small by hypothesis and printed; put it into ``tests/hostile`` when it is mended.
"""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from jinan_metrics.extract import claims_of, extract
from jinan_metrics.model import BOUNDS, KINDS, ROLES, Document
from jinan_metrics.reading import ReadError, read_all_bytes

CORPUS = sorted((Path(__file__).parent.parent / "fixtures" / "fuzz").iterdir())
SECONDS = float(os.environ.get("JMETRICS_FUZZ_SECONDS", "20"))
SEED = int(os.environ.get("JMETRICS_FUZZ_SEED", "0"))
TEXTS = [
    path.read_text("utf-8")
    for path in CORPUS
    if path.name in ("report.txt", "table.md", "gaps.txt", "table.csv")
]
TOKENS = [
    "||",
    "^^",
    "|---|",
    "\n",
    "\r\n",
    "\t",
    "\u3000",
    "\x0c",
    "\x00",
    "\ufeff",
    "\u202e",
    "\x1b[2J",
    "😀",
    "一",
    "万",
    "亿",
    "%",
    "％",
    "‰",
    "第",
    "比",
    "增长",
    "下降",
    "至",
    "—",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "。",
    "，",
    "；",
    "：",
    "1,234.5",
    "三分之二",
    "翻一番",
    "其中：",
    "合计",
    "单位：万元",
    "2023年",
    "去年",
    "<td>",
    "</td>",
    "<table>",
    "<tr",
    "rowspan=9>",
    "<!--",
    "-->",
    "<script>",
    "&#x0;",
    "&amp;",
    "<w:p>",
    "<w:tbl>",
    "<c",
    'r="ZZ9">',
    "]]>",
    "%PDF-",
    "endobj",
    "<<",
    ">>",
    "obj",
    "stream",
]
MOST = 6000


def changed(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """One of ``seeds`` with slices dropped, doubled, replaced by tokens or by pieces of another, and bytes flipped."""
    tokens = [token.encode("utf-8", "surrogatepass") for token in TOKENS]
    place = st.integers(0, 1 << 16)
    edit = st.tuples(st.sampled_from(["drop", "double", "token", "splice", "flip"]), place, place, place)

    def apply(data: bytes, edits: list[tuple[str, int, int, int]], other: bytes) -> bytes:
        for kind, where, length, more in edits:
            at = where % (len(data) + 1)
            end = min(len(data), at + length % 64)
            match kind:
                case "drop":
                    data = data[:at] + data[end:]
                case "double":
                    data = data[:end] + data[at:end] * (more % 9) + data[end:]
                case "token":
                    data = data[:at] + tokens[more % len(tokens)] * (1 + length % 3) + data[at:]
                case "splice":
                    start = more % (len(other) + 1)
                    data = data[:at] + other[start : start + length % 256] + data[at:]
                case _:
                    data = (
                        data[:at]
                        + bytes(byte ^ (1 << more % 8) for byte in data[at : at + 1])
                        + data[at + 1 :]
                    )
        return data

    return st.builds(
        apply, st.sampled_from(seeds), st.lists(edit, min_size=1, max_size=12), st.sampled_from(seeds)
    )


def inside(path: Path) -> st.SearchStrategy[bytes]:
    """An office file with one of its XML parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [
        name
        for name in parts
        if "document" in name or "sheet" in name or "styles" in name or "Strings" in name
    ]

    def packed(name: str, part: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for other, data in parts.items():
                archive.writestr(other, part if other == name else data)
        return file.getvalue()

    return st.sampled_from(names).flatmap(
        lambda name: changed([parts[name]]).map(lambda part: packed(name, part))
    )


def check(document: Document) -> None:
    text = document.text
    for claim in claims_of(document):
        assert text[claim.start : claim.end] == claim.text != ""
        assert claim.text in claim.sentence
        assert claim.kind in KINDS
        assert claim.bound in BOUNDS
        assert claim.role in ROLES
        assert (claim.direction is not None) == (claim.kind == "change")
        assert 0 <= claim.confidence <= 1
        assert claim.value == claim.value
        claim.to_dict()


def read_and_check(data: bytes) -> None:
    if len(data) > MOST * 100:
        return
    try:
        for document in read_all_bytes(data, on_error=lambda error: None):
            check(document)
    except ReadError as error:
        assert "\n" not in str(error)


def kind_of(*suffixes: str) -> list[bytes]:
    return [path.read_bytes() for path in CORPUS if path.suffix in suffixes]


def text_of(data: bytes) -> None:
    text = data.decode("utf-8", "ignore")[:MOST]
    check(Document(name="x", text=text))
    assert [claim.id for claim in extract(text)] == [claim.id for claim in extract(text)]


TARGETS: dict[str, tuple[st.SearchStrategy[bytes], Callable[[bytes], None]]] = {
    "extract": (changed([text.encode() for text in TEXTS]), text_of),
    "text": (changed(kind_of(".txt", ".md", ".csv", ".gb18030", ".utf-16", ".big5")), read_and_check),
    "html": (changed(kind_of(".html")), read_and_check),
    "docx": (inside(next(path for path in CORPUS if path.suffix == ".docx")), read_and_check),
    "xlsx": (inside(next(path for path in CORPUS if path.suffix == ".xlsx")), read_and_check),
    "pdf": (changed(kind_of(".pdf")), read_and_check),
    "archive": (changed(kind_of(".docx", ".xlsx")), read_and_check),
}


@pytest.mark.parametrize("target", TARGETS)
def test_changed_documents_are_read_or_named_and_spans_hold(target: str) -> None:
    strategy, body = TARGETS[target]
    until = time.monotonic() + SECONDS / len(TARGETS)
    runs = 0
    while runs == 0 or time.monotonic() < until:
        given(data=strategy)(seed(SEED + runs)(_settings(lambda data: body(data))))()
        runs += 1


def _settings(function: Callable[..., None]) -> Callable[..., None]:
    """Few examples a run, so that the time is looked at often; no database, so that runs do not depend on each other."""
    wrapped: Callable[..., None] = settings(
        max_examples=40,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )(function)
    return wrapped
