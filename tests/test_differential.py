"""A whole and its parts, one report in several forms: what must not make a difference makes none."""

from __future__ import annotations

from typing import Any

import making
import pytest
from running import ROOT

from jinan_metrics.extract import extract
from jinan_metrics.reading import read_bytes

REPORTS = sorted(path for path in (ROOT / "fixtures" / "gold").glob("*.txt"))
LOCAL = ("kind", "value", "value_max", "unit", "bound", "text")


def local(text: str, offset: int = 0) -> list[tuple[Any, ...]]:
    return [(claim.start + offset, *(getattr(claim, field) for field in LOCAL)) for claim in extract(text)]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_whole_says_what_its_paragraphs_say(path: Any) -> None:
    text = path.read_bytes().decode("utf-8")
    whole = local(text)
    parts: list[tuple[Any, ...]] = []
    offset = 0
    for paragraph in text.split("\n\n"):
        parts += local(paragraph, offset)
        offset += len(paragraph) + 2
    # What is told again, and rows whose head is in another paragraph, may be read otherwise; the rest may not.
    same = len(set(whole) & set(parts))
    assert same >= 0.97 * max(len(set(whole)), len(set(parts)), 1)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_says_the_same_as_text_page_and_word_document(path: Any) -> None:
    lines = [line.strip() for line in path.read_bytes().decode("utf-8").splitlines() if line.strip()]
    if any("\t" in line or "    " in line or "|" in line or "　" in line for line in lines):
        pytest.skip("columns set apart by blanks are a matter of the text alone")
    text = "\n".join(lines) + "\n"
    told = [claim[1:] for claim in local(text)]
    assert [claim[1:] for claim in local(read_bytes(making.word(text)).text)] == told
    assert [claim[1:] for claim in local(read_bytes(making.web_page(text)).text)] == told
