"""What a person sees in a cell: amounts put together, codes in words, nothing that a terminal obeys."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics.messages import TEXTS, Lang, text
from jinan_metrics.writing import Row

# C0 controls have pictures (␛); C1 controls and marks that reorder text are spelt out.
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_SHOWN |= {
    code: f"<U+{code:04X}>"
    for code in (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}

_SIGNS = {
    "exact": ("", ""),
    "approx": ("≈ ", "约 "),
    "over": ("≥ ", "≥ "),
    "under": ("≤ ", "≤ "),
}
_ARROWS = {"up": "↑ ", "down": "↓ "}
# The largest first. A number is said in a larger unit only while that stays short: 14.2万, 1.2 bn, but 12,345.
_SCALES: dict[Lang, tuple[tuple[Decimal, str, int], ...]] = {
    "zh": ((Decimal(10) ** 12, "万亿", 4), (Decimal(10) ** 8, "亿", 4), (Decimal(10) ** 4, "万", 2)),
    "en": ((Decimal(10) ** 12, " tn", 4), (Decimal(10) ** 9, " bn", 4)),
}


# A spreadsheet runs a cell that begins so as a formula. The full-width signs are the same to a Chinese Excel.
# A sign alone is no formula: `-` is the name of standard input in the column `doc`.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def runs_as_formula(words: str) -> bool:
    """Whether a spreadsheet would take these words for a formula."""
    return words[:1] in FORMULA_STARTS and len(words) > 1


def shown(words: str) -> str:
    """``words`` with every control character made visible, so that no terminal obeys it."""
    return words.translate(_SHOWN)


def heading(column: str, lang: Lang) -> str:
    """The heading of a column; a year, a place or a document heads its own."""
    key = f"label.{column}"
    return text(key, lang) if key in TEXTS else shown(column)


def cell(row: Row, column: str, lang: Lang) -> str:
    """The field ``column`` of ``row`` as a person reads it."""
    if column == "amount":
        return amount(row, lang)
    value = row[column]
    if value is None:
        return ""
    key = f"{column}.{value}"
    return text(key, lang) if key in TEXTS else str(value)


def amount(row: Row, lang: Lang) -> str:
    """Value, unit, bound and direction of a claim in few characters: ``≥ 99 %``, ``↓ 3.4 百分点``, ``约 14.2万条``."""
    unit, bound = row["unit"], row["bound"]
    number = quantity(row["value"], unit, lang)
    if row["value_max"] is not None:
        number = f"{quantity(row['value'], '', lang)}–{quantity(row['value_max'], unit, lang)}"
    if row["kind"] == "rank" and unit == "位":
        first = quantity(row["value"], "", lang)
        last = "" if row["value_max"] is None else f"–{quantity(row['value_max'], '', lang)}"
        if bound == "under":
            return f"top {first}" if lang == "en" else f"前 {first} 位"
        number = f"#{first}{last}" if lang == "en" else f"第 {first}{last} 位"
    return _ARROWS.get(row["direction"] or "", "") + _SIGNS[bound][lang == "zh"] + number


def quantity(value: float, unit: str, lang: Lang) -> str:
    """A number with its unit: by 万 and 亿, or bn and tn, where that is short, else by thousands."""
    number = Decimal(str(value))
    for size, name, places in _SCALES[lang]:
        scaled = number / size
        if abs(scaled) >= 1 and scaled == round(scaled, places):
            return f"{_plain(scaled)}{name}{unit if lang == 'zh' else f' {unit}' if unit else ''}"
    grouped = _plain(number) if lang == "zh" and abs(number) < 10_000 else f"{_plain(number, ',')}"
    return f"{grouped} {unit}" if unit else grouped


def _plain(number: Decimal, separator: str = "") -> str:
    """``number`` without exponent and trailing zeros."""
    words = format(number, f"{separator}f")
    return words.rstrip("0").rstrip(".") if "." in words else words
