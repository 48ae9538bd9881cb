"""The user's own synonyms: names that mean the same metric."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinan_metrics.comparing.names import Name, name_of
from jinan_metrics.messages import Remark


class AliasError(ValueError):
    """An alias file that cannot be used: where, what is wrong, and what to do."""

    def __init__(self, where: str, remark: Remark) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark


@dataclass(frozen=True, slots=True)
class Aliases:
    """The user's own: core of a name → core of the first name on its line. What ships with the package comes after."""

    canonical: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Aliases:
        """The aliases in a UTF-8 file: names of one metric on a line with ``=`` between them, ``#`` for comments.

        Raises ``AliasError`` for a file that cannot be read, a line without ``=`` and a name with two meanings.
        """
        where = os.fspath(path)
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise AliasError(where, Remark("aliases.unreadable", reason=reason)) from error
        return cls(_canonical(lines, where))

    def applied(self, name: Name) -> Name:
        """``name`` under the first name of its line, with what that name says."""
        first = self.canonical.get(name.core) or _shipped().get(name.core)
        if first is None or first == name.core:
            return name
        said = name_of(first, "", None)
        return replace(name, core=first, strict=said.strict, elided=said.elided)


def _canonical(lines: Iterable[str], where: str) -> dict[str, str]:
    canonical: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        names = [name.strip() for name in line.replace("＝", "=").split("=")]
        if len(names) < 2 or not all(names):
            raise AliasError(f"{where}:{number}", Remark("aliases.line"))
        first, *others = (name_of(name, "", None).core for name in names)
        for other in others:
            if canonical.setdefault(other, first) != first:
                raise AliasError(f"{where}:{number}", Remark("aliases.twice", name=other))
    return canonical


@cache
def _shipped() -> dict[str, str]:
    """Names that are the same by definition (``data/equal_names.txt``)."""
    where = "equal_names.txt"
    return _canonical(
        files("jinan_metrics").joinpath("data", where).read_text(encoding="utf-8").splitlines(), where
    )
