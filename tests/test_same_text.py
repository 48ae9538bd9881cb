"""The same text written another way says the same: blanks around digits, full-width digits, half-width punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FIXTURES, GOLD, SHARED_GOLD

from jinan_metrics.extract import extract
from jinan_metrics.model import Claim
from jinan_metrics.wrapping import Unwrapped

HAN = "[\u4e00-\u9fff]"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
HALF_WIDTH = str.maketrans("，；：（）", ",;:()")


def blanks_around_digits(text: str) -> str:
    return re.sub(rf"(?<={HAN})(?=\d)|(?<=\d)(?={HAN})", " ", text)


WAYS: dict[str, Callable[[str], str]] = {
    "blanks around digits": blanks_around_digits,
    "full-width digits": lambda text: text.translate(FULL_WIDTH),
    "full-width per cent": lambda text: text.replace("%", "％"),
    "half-width punctuation": lambda text: text.translate(HALF_WIDTH),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "against last year": lambda text: text.replace("比上年", "比去年"),
}
# Of all claims of the documents: what a way of writing may change.
MAY_DIFFER = 0.004


def said(claim: Claim) -> tuple[object, ...]:
    name = re.sub(r"\W", "", unicodedata.normalize("NFKC", claim.metric))
    return claim.kind, claim.value, claim.unit, claim.bound, claim.role, claim.direction, name


def documents() -> list[Path]:
    folders = [GOLD, *(FIXTURES / name for name in ("genres", "phrases"))]
    if SHARED_GOLD.is_dir():
        folders.append(SHARED_GOLD)
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize("way", WAYS)
def test_another_way_of_writing_says_the_same(way: str) -> None:
    claims, differing = 0, []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        other = WAYS[way](text)
        if other == text or (way == "blanks around digits" and re.search(rf"{HAN} \d", text)):
            continue
        before, after = (Counter(map(said, extract(one))) for one in (text, other))
        claims += sum(before.values())
        differing += [(path.stem, *one) for one in (before - after).elements()]
    assert claims > 200
    assert len(differing) <= MAY_DIFFER * claims, differing


def at_width(text: str, width: int) -> str:
    """``text`` with its lines broken at a width, as PDF and plain mail have them; no line begins with a closing mark."""
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > width:
            cut = width
            while cut < len(line) and line[cut] in "，。、；：！？”）》%％,.;:":
                cut += 1
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\n".join(lines)


# Of all claims of documents in lines of a page's width; what is left are short paragraphs and lines that look like items.
MAY_DIFFER_IN_LINES = 0.02


@pytest.mark.parametrize("width", [28, 33, 41])
def test_lines_of_a_fixed_width_say_the_same(width: int) -> None:
    claims, differing = 0, []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        wrapped = at_width(text, width)
        if Unwrapped(text).joined or wrapped.count("\n") - text.count("\n") < 10:
            continue
        found = extract(wrapped)
        assert [wrapped[claim.start : claim.end] for claim in found] == [claim.text for claim in found]
        assert all(claim.sentence in wrapped for claim in found)
        assert not [claim.metric for claim in found if "\n" in claim.metric]
        before, after = (Counter(map(said, claims_)) for claims_ in (extract(text), found))
        claims += sum(before.values())
        differing += [(path.stem, *one) for one in (before - after).elements()]
    assert claims > 200
    assert len(differing) <= MAY_DIFFER_IN_LINES * claims, differing
