"""Libraries that only some formats need: loaded when such a file is met, named when they are missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from jinan_metrics.reading.errors import ContentError


def library(module: str, extra: str) -> ModuleType:
    """The module of that name. Raises ``ContentError`` that says how to install the extra that brings it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ContentError("read.extra", format=extra.upper(), extra=extra) from error
