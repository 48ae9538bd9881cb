"""Traditional characters: the same claims, in the document's own characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import SEEDS

from jinan_metrics import lexicon
from jinan_metrics.extract import extract
from jinan_metrics.folding import fold

TO_TRADITIONAL = {
    simplified: many[0]
    for simplified, many in lexicon.classes("traditional").items()
    if simplified not in "里干后余台"
}
NUMBERS = (
    "kind",
    "value",
    "value_max",
    "unit",
    "bound",
    "role",
    "direction",
    "period",
    "start",
    "end",
    "rule",
)


def test_every_character_is_folded_to_one_and_simplified_text_stays() -> None:
    for simplified, many in lexicon.classes("traditional").items():
        for traditional in many:
            assert fold(traditional) == simplified
            assert len(traditional) == len(simplified) == 1
        assert fold(simplified) == simplified
        simplified.encode("gb2312")
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        assert [c for c in fold(text) if "\u4e00" <= c <= "\u9fff"] == [
            c for c in text if "\u4e00" <= c <= "\u9fff"
        ]


def test_a_text_with_many_spellings_is_folded_as_one_with_few() -> None:
    others = "".join(many[0] for many in lexicon.classes("traditional").values())
    text = f"２０２２年，{others}３．５％；"
    assert fold(text) == "".join(map(fold, text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_report_in_traditional_characters_has_the_same_claims(path: Path) -> None:
    text = path.read_bytes().decode()
    traditional = "".join(TO_TRADITIONAL.get(character, character) for character in text)
    assert traditional != text
    plain, other = extract(text), extract(traditional)
    for field in NUMBERS:
        values = [getattr(claim, field) for claim in plain]
        assert [fold(str(getattr(claim, field))) for claim in other] == [fold(str(v)) for v in values], field
    for claim, same in zip(plain, other, strict=True):
        assert traditional[same.start : same.end] == same.text
        assert fold(same.metric) == fold(claim.metric)
    # Names are the document's own characters; a few words that rules put in stay as the rules have them.
    own = [all(character in traditional for character in claim.metric) for claim in other]
    assert sum(own) > 0.97 * len(own)


def test_a_sentence_as_it_is_written_in_taiwan() -> None:
    (first, second) = extract("全年受理訴願案件１２０件，較去年減少３．４個百分點。")
    assert (first.metric, first.value, first.text) == ("訴願案件", 120, "１２０件")
    assert (second.kind, second.direction, second.unit, second.basis) == (
        "change",
        "down",
        "百分点",
        "較去年",
    )
