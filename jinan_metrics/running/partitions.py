"""A large input cut into partitions, and one partition worked off: documents in, two Parquet files out.

The cut depends on nothing but the inputs and the task, and a partition's files are named by what is in it. So a run may
be repeated, on the same machines or others: partitions that are written are passed over, and one that is worked off
twice, because a machine was lost or only seemed lost, is written twice under one name with the same content.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from typing import Any

import fsspec
import pyarrow.parquet as pq

from jinan_metrics.library.fingerprint import rules_fingerprint
from jinan_metrics.messages import Remark
from jinan_metrics.model import Document
from jinan_metrics.reading import SUFFIXES, ReadError, read_bytes
from jinan_metrics.running import arrow
from jinan_metrics.running.work import Outcome, Task

# Documents in a partition: a minute or so of work, so that little is lost with a machine, and files of a few megabytes.
SIZE = 2000
CLAIMS, DOCUMENTS = "claims", "documents"


@dataclass(frozen=True, slots=True)
class Partition:
    """Files to read, or one row group of a Parquet file of documents; ``name`` is the same for the same."""

    number: int
    name: str
    files: tuple[str, ...] = ()
    group: int | None = None


@dataclass(slots=True)
class Written:
    """What came of a partition."""

    documents: int = 0
    claims: int = 0
    repeats_left_out: int = 0
    warnings: list[tuple[str, str]] = field(default_factory=list)
    failures: list[tuple[str, Remark]] = field(default_factory=list)


def partitions(paths: Sequence[str], task: Task, size: int = SIZE) -> Iterator[Partition]:
    """The partitions of all documents that ``paths`` name: files, folders and Parquet files of documents, each once.

    Raises ``ReadError`` for a path that is not there or holds no documents.
    """
    files: list[str] = []
    cut: list[tuple[tuple[str, ...], int | None, str]] = []
    for path in dict.fromkeys(paths):
        for found, state in _found(path):
            if found.endswith(".parquet"):
                groups = _parquet(found).num_row_groups
                cut += [((found,), group, f"{found} {state} {group}") for group in range(groups)]
            else:
                files.append(f"{found}\0{state}")
    files = list(dict.fromkeys(files))
    for start in range(0, len(files), size):
        part = files[start : start + size]
        cut.append((tuple(entry.partition("\0")[0] for entry in part), None, "\n".join(part)))
    for number, (names, group, content) in enumerate(dict.fromkeys(cut)):
        yield Partition(number, f"part-{number:06}-{_digest(content, task)}", names, group)


def work_off(partition: Partition, task: Task, output: str) -> Written:
    """Read the documents of a partition and write its claims, then the list of its documents, which says it is done."""
    written = Written()
    claims: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    for outcome in _outcomes(partition, task):
        written.warnings += [(outcome.path, warning) for warning in outcome.warnings]
        written.failures += outcome.failures
        for document, records, left_out in outcome.documents:
            claims += records
            written.repeats_left_out += left_out
            documents.append(_row(outcome.path, document, len(records)))
        for where, remark in outcome.failures:
            documents.append(_row(outcome.path, Document(name=where, text=""), 0, str(remark)))
    written.documents, written.claims = len(documents), len(claims)
    _write(output, CLAIMS, partition.name, arrow.claims_table(claims))
    _write(output, DOCUMENTS, partition.name, arrow.documents_table(documents))
    return written


def done(output: str) -> set[str]:
    """The names of the partitions that an output folder holds."""
    system, folder = fsspec.core.url_to_fs(output)
    place = f"{folder.rstrip('/')}/{DOCUMENTS}"
    if not system.exists(place):
        return set()
    names = (os.path.basename(path) for path in system.ls(place, detail=False))
    return {name.removesuffix(".parquet") for name in names if name.endswith(".parquet")}


def _found(path: str) -> Iterator[tuple[str, str]]:
    """The files that a path names, each with what would be another if the file were."""
    system, place = fsspec.core.url_to_fs(path)
    if not system.exists(place):
        raise ReadError(path, Remark("read.missing"))
    folder = system.isdir(place)
    listed = system.find(place, detail=True) if folder else {place: system.info(place)}
    suffixes = (*SUFFIXES, ".parquet")
    named = {
        name: info
        for name, info in sorted(listed.items())
        if not folder or (name.lower().endswith(suffixes) and "/." not in name[len(place) :])
    }
    if not named:
        raise ReadError(path, Remark("read.folder_empty"))
    for name, info in named.items():
        state = next(
            (str(info[key]) for key in ("ETag", "etag", "mtime", "LastModified") if info.get(key)), ""
        )
        yield name if _is_local(system) else system.unstrip_protocol(name), f"{info.get('size', '')} {state}"


def _parquet(path: str) -> Any:
    system, place = fsspec.core.url_to_fs(path)
    return pq.ParquetFile(place, filesystem=system)


def _digest(content: str, task: Task) -> str:
    said = f"{rules_fingerprint()}\n{task!r}\n{content}"
    return blake2b(said.encode(errors="surrogatepass"), digest_size=6).hexdigest()


def _outcomes(partition: Partition, task: Task) -> Iterator[Outcome]:
    if partition.group is not None:
        rows = _parquet(partition.files[0]).read_row_group(partition.group).to_pylist()
        yield from (_of_row(row, f"{partition.files[0]}:{number}", task) for number, row in enumerate(rows))
        return
    for path in partition.files:
        system, place = fsspec.core.url_to_fs(path)
        yield task.outcome(place) if _is_local(system) else task.outcome_of(path, partial(_read, path))


def _read(path: str) -> Document:
    system, place = fsspec.core.url_to_fs(path)
    try:
        data = system.cat_file(place)
    except FileNotFoundError:
        raise ReadError(path, Remark("read.missing")) from None
    except OSError as error:
        raise ReadError(path, Remark("read.unreadable", reason=error)) from error
    return read_bytes(data, os.path.splitext(os.path.basename(place))[0])


def _is_local(system: Any) -> bool:
    protocol = system.protocol
    return "file" in ((protocol,) if isinstance(protocol, str) else protocol)


def _of_row(row: dict[str, Any], where: str, task: Task) -> Outcome:
    return task.outcome_of(where, partial(arrow.document_of, row, where), given=arrow.declared_in(row))


def _row(path: str, document: Document, claims: int, failure: str = "") -> dict[str, Any]:
    return {
        "doc": document.name, "path": path, "title": document.title, "issuer": document.issuer, "place": document.place,
        "published": document.published, "year": document.year, "claims": claims, "failure": failure,
    }  # fmt: skip


def _write(output: str, kind: str, name: str, table: Any) -> None:
    """One file, there whole or not at all: under another name first, since many a file system shows what is half done."""
    system, folder = fsspec.core.url_to_fs(output)
    place = f"{folder.rstrip('/')}/{kind}"
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    own = f"{place}/.{name}.{os.urandom(4).hex()}.tmp"
    system.makedirs(place, exist_ok=True)
    system.pipe_file(own, buffer.getvalue())
    system.mv(own, f"{place}/{name}.parquet")


def leftovers(output: str) -> Iterable[str]:
    """Files that a killed worker had not finished."""
    system, folder = fsspec.core.url_to_fs(output)
    for kind in (CLAIMS, DOCUMENTS):
        place = f"{folder.rstrip('/')}/{kind}"
        if system.exists(place):
            yield from (path for path in system.ls(place, detail=False) if path.endswith(".tmp"))
