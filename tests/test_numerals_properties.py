"""Numerals: what holds for every number and for every text, and a second opinion by cn2an."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given, settings
from hypothesis import strategies as st

from jinan_metrics.numerals import NumeralError, parse, parse_ordinal, parse_percent, read, render
from jinan_metrics.numerals.reading import _read_by_grammar

# A pause of a busy machine is no failure.
UNHURRIED = settings(deadline=None)

WHOLE = st.one_of(
    st.integers(0, 10**16 - 1),
    # Round numbers and numbers with gaps are where 零 and left-out scales matter.
    st.builds(
        lambda digits, places, rest: digits * 10**places + rest,
        st.integers(0, 99),
        st.integers(0, 13),
        st.integers(0, 99),
    ),
)
DECIMALS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=4)

# Everything that a numeral can be made of, and some that it cannot: character by character, and word by word.
ALPHABET = (
    "0123456789.,%‰/^e+- ~—０５．％零〇一二两三五九十百千万亿兆廿卅点又分之成半折第负几数多余来约近超"
    "上不到至以下左右打对双个年壹贰拾佰仟萬億點kmt元人、"
)
WORDS = """
    一 二 三五 两 五 九 十 百 千 万 亿 万亿 零 点 几 多 余 半 成 % 分之 百分之 又 3 14.2 1,234 20 至 - 约 近
    第 负 个百分点 以上 左右 不到 1/2 ^ e k 打
"""
TEXTS = st.one_of(
    st.text(alphabet=ALPHABET, max_size=14),
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=7).map("".join),
)

TO_TRADITIONAL = str.maketrans("万亿点负", "萬億點負")
TO_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TO_FULL_WIDTH = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


@UNHURRIED
@given(WHOLE, st.booleans())
def test_whole_numbers_survive_the_round_trip(number: int, negative: bool) -> None:
    value = Decimal(-number if negative else number)
    assert parse(render(value)) == value


@UNHURRIED
@given(DECIMALS)
def test_decimals_survive_the_round_trip(value: Decimal) -> None:
    assert parse(render(value)) == value


@UNHURRIED
@given(WHOLE)
def test_other_scripts_say_the_same(number: int) -> None:
    numeral = render(Decimal(number))
    for spelling in (
        numeral.translate(TO_TRADITIONAL),
        numeral.translate(TO_FINANCIAL),
        numeral.replace("二千", "两千").replace("二万", "两万").replace("零", "〇"),
        " ".join(numeral),
    ):
        assert parse(spelling) == number


@UNHURRIED
@given(DECIMALS)
def test_arabic_digits_with_separators(value: Decimal) -> None:
    for spelling in (
        f"{value:,f}",
        f"{value:f}",
        f"{value:,f}".translate(TO_FULL_WIDTH),
        f"{value:,f}".replace(",", " "),
    ):
        assert parse(spelling) == value
        assert parse_percent(spelling + "%") == value


@UNHURRIED
@given(
    st.decimals(0, 10**6, places=2),
    st.sampled_from(["百", "千", "万", "亿", "万亿"]),
    st.sampled_from(["", "余", "多"]),
)
def test_scales_multiply(value: Decimal, scale: str, more: str) -> None:
    expected = value * int({"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12}[scale])
    between = f"{value}{scale}{more}" if scale in "百千" else f"{value}{more}{scale}"
    for spelling in (f"{value}{scale}{more}", f"{value:,}{scale}{more}", between):
        numeral = read(spelling)
        assert (numeral.value, numeral.bound) == (expected, "over" if more else "exact")


@UNHURRIED
@given(WHOLE, WHOLE, st.sampled_from(["至", "到", "~", "—", "～"]))
def test_ranges_rise_or_are_refused(one: int, other: int, mark: str) -> None:
    low, high = sorted((one, other))
    # Written in full both sides have all their scales and neither lends the other one any.
    numeral = read(f"{low}{mark}{high}")
    assert (numeral.value, numeral.value_max) == (Decimal(low), Decimal(high))
    if low < high:
        with pytest.raises(NumeralError, match="falls"):
            read(f"{high}{mark}{low}")


@UNHURRIED
@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["万", "亿", "万亿", "%", "‰", "个百分点"]))
def test_a_range_may_share_its_unit(one: int, other: int, unit: str) -> None:
    low, high = min(one, other), max(one, other) + 1
    assert read(f"{low}-{high}{unit}") == read(f"{low}{unit}-{high}{unit}")


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_any_text_is_read_in_order_or_refused(text: str) -> None:
    try:
        numeral = read(text)
    except NumeralError:
        for question in (parse, parse_percent, parse_ordinal):
            with pytest.raises(NumeralError):
                question(text)
        return
    assert numeral.value.is_finite()
    assert numeral.value_max is None or numeral.value <= numeral.value_max
    assert numeral.percent == (numeral.form == "percent")


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=20))
def test_any_characters_at_all_raise_only_the_numeral_error(text: str) -> None:
    try:
        numeral = read(text)
    except NumeralError:
        return
    assert numeral.value.is_finite()


@settings(max_examples=500, deadline=None)
@given(st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?[余多]?(万亿|[百千万亿])?[余多]?%?", fullmatch=True))
def test_the_short_way_reads_as_the_grammar_does(text: str) -> None:
    try:
        expected = _read_by_grammar(text)
    except NumeralError:
        with pytest.raises(NumeralError):
            read(text)
    else:
        assert str(read(text)) == str(expected)


@pytest.fixture(scope="module")
def cn2an() -> Any:
    return pytest.importorskip("cn2an")


@UNHURRIED
@given(number=st.integers(1, 10**16 - 1))
def test_cn2an_reads_our_numerals(cn2an: Any, number: int) -> None:
    assert cn2an.cn2an(render(Decimal(number)), "normal") == number


@UNHURRIED
@given(number=st.integers(1, 10**16 - 1), mode=st.sampled_from(["low", "up"]))
def test_we_read_the_numerals_of_cn2an(cn2an: Any, number: int, mode: str) -> None:
    assert parse(cn2an.an2cn(number, mode)) == number


@pytest.mark.parametrize(
    "text",
    [
        "一百二十三",
        "一万零三",
        "两千零二十二",
        "三点一四",
        "负十二",
        "3万4000",
        "1.5万",
        "二百五",
        "二〇二二",
    ],
)
def test_cn2an_agrees(cn2an: Any, text: str) -> None:
    assert parse(text) == Decimal(str(cn2an.cn2an(text, "smart")))
