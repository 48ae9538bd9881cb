"""ZIP files."""

from __future__ import annotations

import io
import struct
import zipfile

from hostile import SAID, Make, damaged


def zipped(members: dict[str, bytes], **more: int) -> bytes:
    """An archive of ``members``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def _said() -> bytes:
    return zipped({"a.txt": SAID.encode()})


def _patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """``data`` with bytes of its last header of that signature changed."""
    at = data.rindex(signature) + offset
    return data[:at] + value + data[at + len(value) :]


def _twice(name: str) -> bytes:
    import warnings

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, SAID)
        archive.writestr(name, SAID)
    return file.getvalue()


def _nested(depth: int) -> bytes:
    data = _said()
    for _ in range(depth):
        data = zipped({"a.zip": data, "b.txt": b"x"})
    return data


def cases() -> dict[str, Make]:
    """Archives."""
    central = b"PK\x01\x02"
    found: dict[str, Make] = {
        "zip-empty.zip": lambda: zipped({}),
        "zip-folders-only.zip": lambda: zipped({"a/": b""}),
        "zip-nothing-to-read.zip": lambda: zipped({"a.exe": b"MZ", "b": b"x"}),
        "zip-bomb.zip": lambda: zipped({"a.txt": bytes(300_000_000)}),
        "zip-dense.zip": lambda: zipped({"a.txt": b"1" * 50_000_000, "b.txt": SAID.encode()}),
        "zip-nested.zip": lambda: _nested(1),
        "zip-deep.zip": lambda: _nested(20),
        "zip-many.zip": lambda: zipped({f"{n}.txt": b"" for n in range(11_000)}),
        "zip-some.zip": lambda: zipped({f"{n}.txt": SAID.encode() for n in range(200)}),
        "zip-up.zip": lambda: zipped({"../../../etc/passwd.txt": SAID.encode()}),
        "zip-absolute.zip": lambda: zipped({"/etc/passwd.txt": SAID.encode()}),
        "zip-twice.zip": lambda: _twice("a.txt"),
        "zip-escape.zip": lambda: zipped({"\x1b[2J\n.txt": SAID.encode()}),
        "zip-claims-more.zip": lambda: _patched(_said(), central, 24, struct.pack("<I", 2_000_000_000)),
        "zip-claims-less.zip": lambda: _patched(_said(), central, 24, struct.pack("<I", 3)),
        "zip-bad-sum.zip": lambda: _patched(_said(), central, 16, b"\1\2\3\4"),
        "zip-locked.zip": lambda: _patched(_said(), central, 8, b"\1\0"),
        "zip-bad-method.zip": lambda: _patched(_said(), central, 10, b"\x63\0"),
        "zip-points-nowhere.zip": lambda: _patched(_said(), central, 42, b"\xff\xff\xff\x7f"),
        "zip-wrong-count.zip": lambda: _patched(_said(), b"PK\x05\x06", 10, b"\xff\xff"),
        "zip-nameless.zip": lambda: _patched(_said(), central, 28, struct.pack("<HHH", 0, 0, 5)),
        "zip-trailing.zip": lambda: _said() + b"x" * 1000,
        "zip-leading.zip": lambda: b"x" * 10 + _said(),
        "zip-start-only.zip": lambda: b"PK\x03\x04",
        "zip-end-only.zip": lambda: b"PK\x05\x06" + bytes(18),
        "zip.txt": _said,
        "zip-of-bad.zip": lambda: zipped(
            {"a.docx": b"x", "b.pdf": b"%PDF-", "c.txt": b"", "d.txt": SAID.encode()}
        ),
    }
    for part, kind in (
        ("content.xml", "odt"),
        ("OFD.xml", "ofd"),
        ("ppt/presentation.xml", "pptx"),
        ("xl/workbook.bin", "xlsb"),
    ):
        found[f"other.{kind}"] = lambda part=part: zipped({part: b"<x/>"})  # type: ignore[misc]
    return found | damaged("zip", ".zip", _said, 5)
