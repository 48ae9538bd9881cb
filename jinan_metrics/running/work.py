"""The unit of work: one path in, its claims out as records, or what kept it from being read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from jinan_metrics.about import declared
from jinan_metrics.messages import Remark
from jinan_metrics.model import KINDS, ROLES, Claim, Document, identity
from jinan_metrics.reading import ReadError, read_all, read_all_bytes
from jinan_metrics.reading.files import limited
from jinan_metrics.reading.sections import Section

STDIN = "-"


@dataclass(slots=True)
class Outcome:
    """What came of one path; it goes from process to process, so documents are without their text.

    ``documents`` are those read, each with the records wanted of it and how many repeats were left out.
    """

    path: str
    documents: list[tuple[Document, list[dict[str, Any]], int]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    failures: list[tuple[str, Remark]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Task:
    """What is known of the documents (``year``, ``place``) and which of their claims are wanted."""

    given: dict[str, Any] = field(default_factory=dict)
    kinds: Sequence[str] = KINDS
    roles: Sequence[str] = ROLES
    min_confidence: float = 0.0
    repeats: bool = True

    def outcome(self, path: str) -> Outcome:
        """What comes of a file, or of standard input."""
        found = Outcome(path)
        if isinstance(path, Section):
            return self._outcome_of_section(path, found)

        def fail(error: ReadError) -> None:
            found.failures.append((error.where, error.remark))

        try:
            documents = read_all_bytes(piped(), on_error=fail) if path == STDIN else read_all(path, fail)
            for document in documents:
                self._take(found, document, {})
        except ReadError as error:
            fail(error)
        return found

    def _outcome_of_section(self, section: Section, found: Outcome) -> Outcome:
        """What comes of a part of a long text: about what the whole is about, spans counted in the whole."""
        try:
            text, warnings = section.text()
            head = section.head()
        except ReadError as error:
            found.failures.append((error.where, error.remark))
            return found
        found.warnings += warnings
        known = {name: value for name, value in self.given.items() if value is not None}
        with self._faults_told(found, head.name):
            self._add(found, replace(declared(head, **known), text=text), section.offset)
        return found

    def outcome_of(
        self, path: str, read_it: Callable[[], Document], given: Mapping[str, Any] | None = None
    ) -> Outcome:
        """What comes of the document that ``read_it`` reads; ``given`` is known of it where the task says nothing.

        A fault of the program in a document is a failure of that document.
        """
        found = Outcome(path)
        try:
            document = read_it()
        except ReadError as error:
            found.failures.append((error.where, error.remark))
            return found
        self._take(found, document, given or {})
        return found

    def _take(self, found: Outcome, document: Document, given: Mapping[str, Any]) -> None:
        found.warnings += document.warnings
        known = {**given, **{name: value for name, value in self.given.items() if value is not None}}
        with self._faults_told(found, document.name):
            self._add(found, declared(document, **known))

    @contextmanager
    def _faults_told(self, found: Outcome, name: str) -> Iterator[None]:
        """A fault of the program in a document is a failure of that document."""
        try:
            yield
        except Exception as error:
            if os.environ.get("JMETRICS_TRACEBACK"):
                raise
            fault = f"{type(error).__name__}: {error}"
            found.failures.append((name, Remark("note.internal", error=fault)))

    def _add(self, found: Outcome, document: Document, offset: int = 0) -> None:
        """Put the records of a document into an outcome."""
        from jinan_metrics.extract import claims_of

        claims = claims_of(document)
        if offset:
            claims = _moved(claims, offset)
        wanted = list(self._wanted(claims))
        records = [claim.to_dict() for claim in wanted if self.repeats or claim.repeat_of is None]
        found.documents.append((replace(document, text=""), records, len(wanted) - len(records)))

    def _wanted(self, claims: list[Claim]) -> Iterator[Claim]:
        for claim in claims:
            if (
                claim.kind in self.kinds
                and claim.role in self.roles
                and claim.confidence >= self.min_confidence
            ):
                yield claim


def _moved(claims: list[Claim], offset: int) -> list[Claim]:
    """``claims`` of a part of a text that begins at ``offset``, as claims of the whole."""
    ids = {
        claim.id: identity(claim.sentence, claim.start + offset, claim.end + offset, claim.metric)
        for claim in claims
    }
    return [
        replace(
            claim,
            id=ids[claim.id],
            start=claim.start + offset,
            end=claim.end + offset,
            repeat_of=None if claim.repeat_of is None else ids[claim.repeat_of],
        )
        for claim in claims
    ]


def piped() -> bytes:
    """All of standard input; nothing if the shell has closed it. Raises ``ReadError``."""
    return limited(sys.stdin.buffer, STDIN) if sys.stdin is not None else b""
