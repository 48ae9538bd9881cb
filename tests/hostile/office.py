"""Word documents and workbooks."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import making

from hostile import SAID, Make, damaged
from hostile.archives import zipped

_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "'
    + "ha" * 50
    + '">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@cache
def _parts(kind: str) -> dict[str, bytes]:
    data = making.word(SAID) if kind == "docx" else making.workbook(("表", [["项目", "数"], [SAID, 3]]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(kind: str, **changed: bytes | None) -> bytes:
    """A good file with parts replaced (by the last word of their name) or left out."""
    parts = dict(_parts(kind))
    for word, data in changed.items():
        for name in [name for name in parts if name.rpartition("/")[2].split(".")[0].strip("[]") == word]:
            if data is None:
                del parts[name]
            else:
                parts[name] = data
    return zipped(parts)


def _word(body: str, start: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return _with("docx", document=f"{start}<w:document {_W}><w:body>{body}</w:body></w:document>".encode())


def _said(words: str = SAID) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _sheet(body: str, start: str = "", after: str = "") -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    said = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{SAID}</t></is></c></row>'
    xml = f'<?xml version="1.0"?>{start}<worksheet {space}><sheetData>{said}{body}</sheetData>{after}</worksheet>'
    return _with("xlsx", sheet1=xml.encode())


def _row(content: str) -> str:
    return f"<w:tr>{content}</w:tr>"


def _tc(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_said(words)}</w:tc>"


def cases() -> dict[str, Make]:
    """Office files."""
    nested = "<w:tbl><w:tr><w:tc>" * 100 + _said() + "</w:tc></w:tr></w:tbl>" * 100
    wide = f"<w:tbl>{_row(_tc('甲', '<w:gridSpan w:val=' + chr(34) + '999999999' + chr(34) + '/>') + _tc(SAID))}{_row(_tc('乙') + _tc('1'))}</w:tbl>"
    astray = f"<w:tbl>{_row(_tc(SAID, '<w:vMerge/>') + _tc('1', '<w:vMerge/>'))}{_row(_tc('x', '<w:vMerge/>') + _tc('2', '<w:vMerge/>'))}</w:tbl>"
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found: dict[str, Make] = {
        "word-empty.docx": lambda: _word(""),
        "word-bomb.docx": lambda: _word(_said("&j;"), _BOMB),
        "word-bomb-utf-16.docx": lambda: _with(
            "docx",
            document=f'<?xml version="1.0" encoding="UTF-16"?>{_BOMB}<w:document {_W}/>'.encode("utf-16"),
        ),
        "word-outside.docx": lambda: _word(
            _said("&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        ),
        "word-other-encoding.docx": lambda: _word(_said(), '<?xml version="1.0" encoding="UTF-7"?>'),
        "word-deep.docx": lambda: _word(
            "<w:sdt><w:sdtContent>" * 50_000 + _said() + "</w:sdtContent></w:sdt>" * 50_000
        ),
        "word-nested-tables.docx": lambda: _word(nested),
        "word-wide-cell.docx": lambda: _word(wide),
        "word-merge-from-nowhere.docx": lambda: _word(astray),
        "word-rows-without-cells.docx": lambda: _word(f"<w:tbl>{'<w:tr></w:tr>' * 1000}</w:tbl>{_said()}"),
        "word-many-runs.docx": lambda: _word(f"<w:p>{'<w:r><w:t>1</w:t></w:r>' * 50_000}</w:p>{_said()}"),
        "word-controls.docx": lambda: _word(_said(f"\t\u202e{SAID}")),
        "word-illegal-character.docx": lambda: _word(_said(f"\x01{SAID}")),
        "word-not-closed.docx": lambda: _with("docx", document=f"<w:document {_W}><w:body>".encode()),
        "word-other-root.docx": lambda: _with("docx", document=b"<html/>"),
        "word-no-body.docx": lambda: _with("docx", document=f"<w:document {_W}/>".encode()),
        "word-no-styles.docx": lambda: _with("docx", styles=None),
        "word-no-types.docx": lambda: _with("docx", Content_Types=None),
        "word-no-relations.docx": lambda: zipped(
            {n: d for n, d in _parts("docx").items() if not n.endswith(".rels")}
        ),
        "word-document-only.docx": lambda: zipped({"word/document.xml": _parts("docx")["word/document.xml"]}),
        "word-bomb-of-blanks.docx": lambda: _word(" " * 60_000_000 + _said()),
        "word.xlsx": lambda: making.word(SAID),
        "book.docx": lambda: making.workbook(("表", [[SAID, 1]])),
        "book-no-sheets.xlsx": lambda: _with("xlsx", sheet1=None),
        "book-empty.xlsx": lambda: making.workbook(("表", [])),
        "book-bomb.xlsx": lambda: _sheet("", _BOMB),
        "book-far.xlsx": lambda: _sheet(far),
        "book-merged.xlsx": lambda: _sheet("", after=merged),
        "book-many-cells.xlsx": lambda: _sheet("<row>" + "<c><v>1</v></c>" * 600_000 + "</row>"),
        "book-bad-number.xlsx": lambda: _sheet('<row r="2"><c r="A2"><v>x</v></c></row>'),
        "book-infinite.xlsx": lambda: _sheet(
            '<row r="2"><c r="A2"><v>1e999</v></c><c r="B2"><v>-1e-999</v></c></row>'
        ),
        "book-long-number.xlsx": lambda: _sheet(f'<row r="2"><c r="A2"><v>{"9" * 5000}</v></c></row>'),
        "book-error.xlsx": lambda: _sheet('<row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c></row>'),
        "book-formula.xlsx": lambda: _sheet('<row r="2"><c r="A2"><f>cmd|x!A0</f></c></row>'),
        "book-bad-date.xlsx": lambda: _sheet('<row r="2"><c r="A2" t="d"><v>99999-99-99</v></c></row>'),
        "book-bad-string.xlsx": lambda: _sheet('<row r="2"><c r="A2" t="s"><v>999999</v></c></row>'),
        "book-bad-reference.xlsx": lambda: _sheet('<row r="0"><c r="??"><v>1</v></c></row>'),
        "book-no-strings.xlsx": lambda: _with("xlsx", sharedStrings=None),
        "book-no-styles.xlsx": lambda: _with("xlsx", styles=None),
        "book-no-workbook.xlsx": lambda: _with("xlsx", workbook=b"<x/>"),
    }
    found |= damaged("word", ".docx", lambda: making.word(SAID), 10)
    return found | damaged("book", ".xlsx", lambda: making.workbook(("表", [["项目", "数"], [SAID, 3]])), 10)
