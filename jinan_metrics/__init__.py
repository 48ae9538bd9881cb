"""Every figure of a Chinese official text as a record: what it counts, how much, of when, and in which words.

>>> import jinan_metrics
>>> document = jinan_metrics.read("report.txt")                        # doctest: +SKIP
>>> claims = jinan_metrics.extract(document.text, doc=document.name)   # doctest: +SKIP
>>> jinan_metrics.to_frame(claims)                                     # doctest: +SKIP

Everything is imported when it is first used, so that ``import jinan_metrics`` costs next to nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinan_metrics import numerals as numerals
    from jinan_metrics.auditing import Finding as Finding
    from jinan_metrics.auditing import audit as audit
    from jinan_metrics.comparing import Row as Row
    from jinan_metrics.comparing import compare as compare
    from jinan_metrics.extract import extract as extract
    from jinan_metrics.finding import Answer as Answer
    from jinan_metrics.finding import find as find
    from jinan_metrics.frame import to_frame as to_frame
    from jinan_metrics.model import Claim as Claim
    from jinan_metrics.model import Document as Document
    from jinan_metrics.reading import ReadError as ReadError
    from jinan_metrics.reading import read as read
    from jinan_metrics.tracking import series as series

__version__ = "0.1.0"

# Public name -> the module that holds it, "" for a public module.
_HOME = {
    "Answer": "finding",
    "Claim": "model",
    "Document": "model",
    "Finding": "auditing",
    "ReadError": "reading",
    "Row": "comparing",
    "audit": "auditing",
    "compare": "comparing",
    "extract": "extract",
    "find": "finding",
    "numerals": "",
    "read": "reading",
    "series": "tracking",
    "to_frame": "frame",
}

__all__ = [
    "Answer",
    "Claim",
    "Document",
    "Finding",
    "ReadError",
    "Row",
    "__version__",
    "audit",
    "compare",
    "extract",
    "find",
    "numerals",
    "read",
    "series",
    "to_frame",
]


class _Package(ModuleType):
    """``jinan_metrics.extract`` is the function, also after ``jinan_metrics.extract``, the module, was imported.

    The import system sets every submodule as an attribute of its package, which would put a module in the
    place of the public function of the same name.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (_HOME.get(name) and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOME[name]
    module = importlib.import_module(f"{__name__}.{home or name}")
    value = globals()[name] = getattr(module, name) if home else module
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
