"""Chinese and Arabic numerals as exact numbers.

>>> from jinan_metrics.numerals import parse, read
>>> parse("一千零五")
Decimal('1005')
>>> read("近三成")
Numeral(value=Decimal('30'), value_max=None, bound='under', percent=True, form='percent')

Pure functions over short texts; no other part of the package is needed.
"""

from jinan_metrics.numerals.lexicon import Bound
from jinan_metrics.numerals.numeral import Form, Numeral, NumeralError
from jinan_metrics.numerals.reading import parse, parse_ordinal, parse_percent, read
from jinan_metrics.numerals.rendering import render

__all__ = [
    "Bound",
    "Form",
    "Numeral",
    "NumeralError",
    "parse",
    "parse_ordinal",
    "parse_percent",
    "read",
    "render",
]
