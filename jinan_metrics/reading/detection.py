"""Which format a file is in, by what it holds; its name only breaks ties between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from jinan_metrics import patterns
from jinan_metrics.reading.errors import ContentError

Format = Literal["text", "html", "mhtml", "csv", "pdf", "docx", "xlsx", "zip"]

# Beginnings of formats that are not read, with the name that people know.
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
_IMAGES = ("PNG", "JPEG", "GIF", "TIFF")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What is in a ZIP tells what it is: a part of it, and the format.
_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "XLSB"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("OFD.xml", "OFD"),
    ("META-INF/container.xml", "EPUB"),
    ("content.xml", "OpenDocument"),
)
_PAGE = patterns.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,4000}?-->\s*+)*+"
    r"<(?:!doctype\s++html|html|head|body|meta|title|table|div|center|article|section|script|style|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_PAGE = patterns.compile(r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?<(?:!doctype\s++html|html)\b", re.IGNORECASE)
_TEXT = (".txt", ".md", ".markdown", ".text")
_FRAGMENT = patterns.compile(r"</(?:p|div|td|tr|table|span|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
_MIME = re.compile(
    rb"(?:[!-9;-~]+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?MIME-Version:|From: <Saved by ", re.IGNORECASE
)
_SEPARATORS = ",\t;"


def format_of(data: bytes) -> Format:
    """The format of ``data``, ``"text"`` for text of any kind. Raises ``ContentError`` for what is not read."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _format_of_zip(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ContentError("read.encrypted", format="Office")
        raise ContentError("read.old_office")
    for start, name in _OTHERS:
        if data.startswith(start):
            raise ContentError("read.image" if name in _IMAGES else "read.format", format=name)
    if _MIME.match(data[:2000]) and b"multipart/related" in data[:4000].lower():
        return "mhtml"
    return "text"


def _format_of_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ContentError("read.damaged", format="ZIP (DOCX, XLSX)", reason=error) from error
    for part, found in _PARTS:
        if part in names:
            if found in ("docx", "xlsx"):
                return found  # type: ignore[return-value]
            raise ContentError("read.format", format=found)
    return "zip"


def kind_of_text(text: str, suffix: str = "") -> Format:
    """What kind of text ``text`` is: a web page, separated values, or plain. ``suffix`` is that of the file's name.

    A file that is called text is text, whatever tags or columns stand in it, unless it is a whole page: its claims are
    found at the places of the file itself.
    """
    start = text[:8000]
    if suffix in _TEXT:
        return "html" if _WHOLE_PAGE.match(start) else "text"
    if _PAGE.match(start) or (start.lstrip()[:1] == "<" and sum(1 for _ in _FRAGMENT.finditer(start)) >= 3):
        return "html"
    if suffix in (".csv", ".tsv") or _is_separated(start):
        return "csv"
    return "text"


def _is_separated(start: str) -> bool:
    """Whether ``start`` is lines of one number of short fields: separated values under whatever name."""
    lines = [line for line in start.split("\n")[:-1] if line.strip()][:20]
    if len(lines) < 3 or any("。" in line or "，" in line or line.lstrip()[:1] in "#|" for line in lines):
        return False
    for separator in _SEPARATORS:
        counts = {line.count(separator) for line in lines}
        if len(counts) == 1 and counts.pop() >= 1 and max(map(len, lines)) < 500:
            return all(len(field) <= 60 for line in lines for field in line.split(separator))
    return False
