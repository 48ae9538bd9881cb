"""The page: data, documents, scripts and styles in one file."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import jinja2

from jinan_metrics import __version__
from jinan_metrics.messages import Lang, text
from jinan_metrics.reporting.contents import Reported, contents
from jinan_metrics.reporting.marking import lines, shown

_HERE = files("jinan_metrics.reporting")
_SCRIPTS = (
    "vendor/d3.min.js",
    "vendor/plot.min.js",
    "static/data.js",
    "static/table.js",
    "static/documents.js",
    "static/corrections.js",
    "static/charts.js",
    "static/start.js",
)
# Their licences ask to be in every copy.
_LICENCES = ("vendor/LICENSE.d3", "vendor/LICENSE.plot")
_STYLES = ("static/report.css",)


def page(reported: Sequence[Reported], *, lang: Lang = "en", title: str = "") -> str:
    """One HTML document with the claims of ``reported``, its interface in ``lang``.

    It asks for nothing from anywhere: a content security policy in it lets only its own scripts run.
    """
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _read(f"templates/{name}")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    data = contents(reported, lang)
    kinds = [claim[data["fields"].index("kind")] for claim in data["claims"]]
    scripts = [_read(name) for name in _SCRIPTS]
    documents = []
    number = 0
    for one in reported:
        spans = one.spans(number)
        number += len(one.told)
        documents.append(
            {
                "title": shown(one.document.title or one.document.name),
                "told": _told(one, lang),
                "lines": list(lines(one.document.text, spans)),
            }
        )
    # The name of a file need not be printable, the characters of a title are the document's.
    return environment.get_template("report.html").render(
        lang={"zh": "zh-CN"}.get(lang, lang),
        title=shown(title) or text("page.title", lang),
        t=lambda key, **details: text(f"page.{key}", lang, **details),
        documents=documents,
        count=number,
        kinds=kinds,
        columns=data["columns"],
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        scripts=scripts,
        styles=[_read(name) for name in _STYLES],
        hashes=[_hash(script) for script in scripts],
        licences=[_read(name) for name in _LICENCES],
        version=__version__,
    )


def _told(one: Reported, lang: Lang) -> str:
    """What is known about a document, in a line."""
    document = one.document
    known: list[Any] = [document.issuer, document.place, document.published]
    if document.year is not None:
        known.append(text("page.covers", lang, year=document.year))
    known.append(text("page.claims", lang, count=len(one.told)))
    return " · ".join(shown(str(words)) for words in known if words)


def _read(name: str) -> str:
    return _HERE.joinpath(name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
