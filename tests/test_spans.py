"""Every record's span is the document's own characters, whatever surrounds them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinan_metrics.extract import extract
from jinan_metrics.folding import fold, mask
from jinan_metrics.model import BOUNDS, KINDS, ROLES

SENTENCES = [
    "全年收到行政复议申请2623件,调解和解率20.58%;",
    "行政诉讼败诉率比去年下降3.4个百分点。",
    "政府透明度指数在全国４９个较大城市中排名第四，",
    "减免罚款9500余万元（其中轻罚３成）。",
    "农村公路里程由１２万公里增加到１５万公里，",
    "A率、B率均达100%。",
    "“四张清单”、12345热线、十四五规划",
    "进出口总额比“十三五”末增长５％，高于《规划》目标3个百分点，",
    "２００２年满意度在“十佳”城市中排名第四。",
    "力争到2030年达到6.5%—7%、3至5天",
    "翻一番，1/4，三分之二，十几万人，近半数",
]
GAPS = ["", "\n", "\r\n", "\t", "　", " ", "\ufeff", "\x00", "（", "”", "\u202e", "😀", "，，"]
documents = st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(GAPS)), max_size=12).map(
    lambda pieces: "".join(sentence + gap for sentence, gap in pieces)
)


def check(text: str) -> None:
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.text
        assert claim.text
        assert claim.text in claim.sentence
        for words in (claim.basis, claim.scope, claim.period_text, claim.action):
            assert words in text
        assert claim.kind in KINDS
        assert claim.bound in BOUNDS
        assert claim.role in ROLES
        assert (claim.kind == "change") == (claim.direction is not None)
        assert claim.value_max is None or claim.value < claim.value_max
        assert 0 <= claim.confidence <= 1


@given(documents)
@settings(max_examples=300, deadline=None)
def test_spans_hold_in_documents(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=300, deadline=None)
def test_spans_hold_in_any_text(text: str) -> None:
    check(text)


@given(
    st.text(
        alphabet="一二两三十百千万亿0123456789.,%％第前个件元年月日%至到-~增长下降比较由从的，。（）“”、和",
        max_size=80,
    )
)
@settings(max_examples=1000, deadline=None)
def test_spans_hold_in_soups_of_numerals(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
def test_folding_and_masking_keep_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(mask(folded)) == len(text)


@pytest.mark.parametrize(("before", "after"), [("\n", "\r\n"), ("", "\ufeff"), (" ", "\t"), (" ", "　")])
def test_line_ends_marks_and_blanks_move_offsets_but_no_claim(before: str, after: str) -> None:
    lines = ["济南市2022年报告", "", *SENTENCES]
    plain = "\n".join(lines)
    changed = after + plain if not before else plain.replace(before, after)
    told = [(c.text, c.metric, c.value, c.kind) for c in extract(changed)]
    assert told == [(c.text, c.metric, c.value, c.kind) for c in extract(plain)]
    check(changed)


@pytest.mark.parametrize("text", ["判刑人数超去年全6年", "比上年8日", "高于全国3年"])
def test_a_comparison_with_a_length_of_time_is_read_without_a_fall(text: str) -> None:
    check(text)


def test_the_same_text_gives_the_same_ids() -> None:
    text = "\n".join(SENTENCES)
    assert [c.id for c in extract(text)] == [c.id for c in extract(text, doc="other")]
    assert len({c.id for c in extract(text)}) == len(extract(text))
