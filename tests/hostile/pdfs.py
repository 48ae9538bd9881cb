"""PDF files."""

from __future__ import annotations

from functools import cache

import making

from hostile import SAID, Make, damaged


@cache
def _whole() -> bytes:
    return making.pdf(SAID)


def _bare(body: str) -> bytes:
    return f"%PDF-1.7\n{body}\ntrailer << /Root 1 0 R >>\n%%EOF\n".encode()


def cases() -> dict[str, Make]:
    """PDF files."""
    found: dict[str, Make] = {
        "pdf-start-only.pdf": lambda: b"%PDF-1.7\n",
        "pdf-no-pages.pdf": lambda: _bare(
            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj"
        ),
        "pdf-circle.pdf": lambda: _bare(
            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [2 0 R] /Count 9 >> endobj"
        ),
        "pdf-many-pages.pdf": lambda: _bare(
            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 999999999 >> endobj"
        ),
        "pdf-no-root.pdf": lambda: b"%PDF-1.7\ntrailer << /Root 9 0 R >>\n%%EOF\n",
        "pdf-deep.pdf": lambda: _bare("1 0 obj " + "[" * 100_000 + "]" * 100_000 + " endobj"),
        "pdf-dictionaries.pdf": lambda: _bare("1 0 obj " + "<< /a " * 50_000 + " endobj"),
        "pdf-locked.pdf": lambda: making.pdf(SAID, locked=True),
        "pdf-blank.pdf": lambda: making.pdf(" "),
        "pdf-after-junk.pdf": lambda: b"\n" * 100 + _whole(),
        "pdf-with-a-tail.pdf": lambda: _whole() + bytes(5000),
        "pdf.txt": _whole,
        "pdf-zeroed.pdf": lambda: _whole()[:200] + bytes(len(_whole()) - 200),
    }
    return found | damaged("pdf", ".pdf", _whole, 10)
