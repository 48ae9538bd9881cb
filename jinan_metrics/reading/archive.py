"""ZIP files, with bounds on what they may unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from jinan_metrics.reading.errors import ContentError

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 256 * 1024 * 1024
# Text and markup shrink to a twentieth or so; what shrinks to a five-hundredth was made to.
HIGHEST_RATIO = 500
_SMALL = 1024 * 1024
_LARGEST_IN_ALL = 2 * 1024**3


def opened(data: bytes, format_name: str = "ZIP") -> zipfile.ZipFile:
    """The archive in ``data`` if it keeps within the bounds. Raises ``ContentError``."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ContentError("read.damaged", format=format_name, reason=error) from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ContentError("read.bomb", reason=f"{len(members)} files")
    if sum(member.file_size for member in members) > _LARGEST_IN_ALL:
        raise ContentError("read.bomb", reason=f"{sum(m.file_size for m in members)} bytes")
    return archive


def content(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of the member ``name``. Raises ``ContentError``, before anything is unpacked if it would be too much."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise ContentError("read.encrypted", format="ZIP")
    too_dense = info.file_size > _SMALL and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1)
    if info.file_size > LARGEST_MEMBER or too_dense:
        raise ContentError("read.bomb", reason=f"{info.filename}: {info.file_size} bytes")
    try:
        with archive.open(info) as file:
            data = file.read(info.file_size + 1)
    except (
        Exception
    ) as error:  # BadZipFile, OSError, zlib.error, lzma.LZMAError of modules that may be missing …
        raise ContentError("read.damaged", format="ZIP", reason=error) from error
    if len(data) != info.file_size:
        raise ContentError("read.bomb", reason=f"{info.filename}: more than it says")
    return data


def members(data: bytes, suffixes: Sequence[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The documents of an archive in order of their paths, each with the function that unpacks it.

    Hidden files and what a folder of documents would leave out (other suffixes) are left out here, too. Raises
    ``ContentError``, also where there is nothing else.
    """
    archive = opened(data)
    names = sorted(
        info.filename
        for info in archive.infolist()
        if not info.filename.endswith(
            "/"
        )  # is_dir() fails where a damaged archive has a member without a name
        and PurePosixPath(info.filename).suffix.casefold() in suffixes
        and not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(info.filename).parts)
    )
    if not names:
        raise ContentError("read.archive_empty")
    for name in dict.fromkeys(names):
        yield name, lambda name=name: content(archive, name)  # type: ignore[misc]


def package(data: bytes, format_name: str) -> None:
    """Check a DOCX or XLSX before a library reads it: bounds, and no declarations of entities in its XML.

    Raises ``ContentError``.
    """
    archive = opened(data, format_name)
    for info in archive.infolist():
        if not info.filename.casefold().endswith((".xml", ".rels", ".vml")):
            continue
        part = content(archive, info.filename)
        # The format allows no document type, and its parts are in UTF-8 or UTF-16.
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le")[:-1] in part:
            raise ContentError("read.entities", format=format_name, part=info.filename)
        if b"encoding=" in part[:200] and not any(
            name in part[:200].lower() for name in (b"utf-8", b"utf-16", b"ascii", b"utf8")
        ):
            raise ContentError("read.damaged", format=format_name, reason=f"{info.filename}: encoding")
