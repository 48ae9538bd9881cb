"""Every sentence that the package says to a person, in English and Chinese.

``TEXTS`` maps a key to (English, Chinese); each part of the product has a module of its own here. Names in
braces are filled in. Field names, formats, kinds and options are part of the interface and the same in both
languages; ``{`` never comes from a document, so filling in is safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from jinan_metrics.messages import (
    applying,
    auditing,
    comparing,
    evaluating,
    explaining,
    fields,
    finding,
    help,
    labels,
    library,
    reading,
    reporting,
    running,
    show,
    usage,
    workbook,
    writing,
)

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")

TEXTS: dict[str, tuple[str, str]] = {}
for _part in (
    reading,
    running,
    show,
    writing,
    comparing,
    evaluating,
    explaining,
    finding,
    auditing,
    library,
    usage,
    help,
    labels,
    fields,
    workbook,
    reporting,
    applying,
):
    TEXTS |= _part.TEXTS


def text(key: str, lang: Lang, /, **details: Any) -> str:
    """The text of ``key`` in ``lang`` with ``details`` filled in."""
    template = TEXTS[key][LANGS.index(lang)]
    return template.format(**details) if details else template


class Remark(str):
    """A sentence in English that can still be said in another language."""

    key: str
    details: dict[str, Any]

    def __new__(cls, key: str, /, **details: Any) -> Remark:
        remark = super().__new__(cls, text(key, "en", **details))
        remark.key, remark.details = key, details
        return remark

    def __reduce__(self) -> tuple[Any, ...]:
        return _remark, (self.key, self.details)

    def said(self, lang: Lang) -> str:
        """The same in ``lang``."""
        inner = {k: v.said(lang) if isinstance(v, Remark) else v for k, v in self.details.items()}
        return text(self.key, lang, **inner)


def _remark(key: str, details: dict[str, Any]) -> Remark:
    """The remark as it was in another process."""
    return Remark(key, **details)


def language_of(environ: Mapping[str, str]) -> Lang:
    """The language that the environment asks for: ``JMETRICS_LANG``, then the locale, else English."""
    for variable in ("JMETRICS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return "zh" if value.casefold().startswith("zh") else "en"
    return "en"
