"""What is measured beside ``extract``: other ways to get at the figures of a Chinese text, as people use them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Contestant = Callable[[str], int]  # a text to the number of things found in it

_NUMERAL = r"\d[\d,]*(?:\.\d+)?[百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+"


def ours() -> Contestant:
    """jmetrics: claims with metric, value, unit, period, role and evidence."""
    from jinan_metrics import extract

    return lambda text: len(extract(text))


def recognizers() -> Contestant:
    """Recognizers-Text: its models of number, percentage, ordinal, currency and dimension for Chinese."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models: list[Any] = [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        numbers.get_ordinal_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
    ]
    return lambda text: sum(len(model.parse(text)) for model in models)


def cn2an_pattern() -> Contestant:
    """A pattern for a number and a measure word, the number read by cn2an: the forty lines that many have written."""
    import cn2an

    pattern = re.compile(
        rf"(?P<name>[\u4e00-\u9fff]{{2,12}}?)(?P<number>{_NUMERAL})(?P<unit>个百分点|%|亿元|万元|元|件|个|家|次|人|户|公里|项|天)"
    )

    def found(text: str) -> int:
        values = []
        for match in pattern.finditer(text):
            try:
                values.append(
                    (match["name"], cn2an.cn2an(match["number"].replace(",", ""), "smart"), match["unit"])
                )
            except ValueError:
                continue
        return len(values)

    return found


def bare_scan() -> Contestant:
    """Nothing but the search for numerals, with ``regex``: the floor."""
    import regex

    pattern = regex.compile(_NUMERAL)
    return lambda text: len(pattern.findall(text))


CONTESTANTS: dict[str, Callable[[], Contestant]] = {
    "jmetrics": ours,
    "Recognizers-Text": recognizers,
    "pattern + cn2an": cn2an_pattern,
    "bare numeral scan": bare_scan,
}
