"""Web pages."""

from __future__ import annotations

import making

from hostile import SAID, Make, damaged


def _page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>页</title></head><body>{body}</body></html>".encode()


_BODIES = {
    "div": "<div>" * 1_000_000 + SAID,
    "bold": "<b>" * 75_000 + SAID,
    "bold-in-p": "<p><b>" * 25_000 + SAID,
    "font": "".join(f"<p><font color={n}>" for n in range(50_000)) + SAID,
    "tables": "<table><tr><td>" * 12_500 + SAID,
    "bare-tables": "<table>" * 25_000 + SAID,
    "lists": "<ul><li>" * 25_000 + SAID,
    "flat-lists": "<li>" * 75_000 + SAID,
    "cells": "<table><tr>" + "<td>1" * 25_000 + "</table>" + SAID,
    "rows": "<table>" + "<tr><td>甲<td>1" * 12_500 + "</table>" + SAID,
    "headings": "<h2>" * 25_000 + SAID,
    "spans": "<span>" * 75_000 + SAID,
    "closed": "</div>" * 125_000 + SAID,
    "crossed": "<b><i></b></i>" * 25_000 + SAID,
    "breaks": "<br>" * 125_000 + SAID,
    "huge-spans": f"<table><tr><td rowspan=999999999 colspan=999999999>甲<td>1</tr>{'<tr><td>2' * 5000}</table>{SAID}",
    "many-spans": "<table>" + f"<tr>{'<td rowspan=9999 colspan=99>1' * 300}</tr>" * 40 + f"</table>{SAID}",
    "odd-spans": f'<table><tr><td rowspan="-1" colspan="x">甲<td rowspan=0 colspan=0>1<tr><td colspan="１">2</table>{SAID}',
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{SAID}",
    "long-attribute": f'<p title="{"x" * 2_000_000}">{SAID}',
    "open-quote": f'<p>{SAID}<p title="open>{"<p>" * 12_500}',
    "open-quotes": f"<p>{SAID}" + '<a b="' * 25_000,
    "single-quotes": f"<p>{SAID}" + "<a b='>" * 100_001,
    "open-tags": f"<p>{SAID}" + "<a " * 75_000,
    "less-than": SAID + "<" * 125_000,
    "less-than-slash": SAID + "</" * 75_000,
    "open-comments": f"<p>{SAID}</p>" + "<!--" * 50_000,
    "open-cdata": f"<p>{SAID}</p>" + "<![CDATA[" * 25_000,
    "open-declarations": f"<p>{SAID}</p>" + "<!" * 75_000,
    "open-instructions": f"<p>{SAID}</p>" + "<?" * 75_000,
    "open-scripts": f"<p>{SAID}</p>" + "<script>" * 25_000,
    "half-scripts": f"<p>{SAID}</p>" + "<script" * 25_000,
    "scripts": f"<script>x</script>{'<style>a{}</style>' * 12_500}<p>{SAID}",
    "script-that-ends-early": f"<script>var a='</script><p>{SAID}</p>';</script>",
    "titles": f"<title>{'x' * 25_000}{'<title>' * 1000}</title>{SAID}",
    "open-title": f"{SAID}<p><title>x",
    "entities": f"<p>{'&amp;' * 50_000}{SAID}",
    "long-entity": f"<p>&#{'9' * 50_000};{SAID}",
    "hex-entity": f"<p>&#x{'f' * 25_000};&#0;&#xD800;&#x110000;{SAID}",
    "ampersands": f"<p>{'&' * 125_000}{SAID}",
    "nul": f"<p>{SAID}\0</p>".replace("\0", "&#0;"),
    "hidden": f'<div style="display:none">x</div><p>{SAID}',
    "frames": f"<iframe><p>1</p></iframe><noframes>2</noframes><p>{SAID}",
    "svg": f"<svg><text>1</text></svg><math><mi>x</mi></math><p>{SAID}",
    "form": f"<form><select><option>{'x<option>' * 10_000}</select><textarea></textarea><p>{SAID}</form>",
    "unknown-tags": f"<o:p></o:p><{'x' * 10_000}><p>{SAID}",
    "wordy": "".join(
        f"<p class=MsoNormal style='margin:0'><span lang=EN-US>{n}</span></p>" for n in range(20_000)
    )
    + SAID,
    "links": "<a href=x>链接</a>" * 12_500 + f"<p>{SAID}",
    "escapes": f"<p>\x1b[2J\x1b]0;x\x07{SAID}",
    "bidi": f"<p>\u202e{SAID}",
}


def cases() -> dict[str, Make]:
    """Web pages."""
    found: dict[str, Make] = {
        f"page-{name}.html": lambda body=body: _page(body)
        for name, body in _BODIES.items()  # type: ignore[misc]
    }
    bare = f"<p>{SAID}</p>"
    for charset in (
        "gb2312",
        "utf-16",
        "no-such-charset",
        "big5",
        "utf-7",
        "base64",
        "unicode-escape",
        "idna",
        "",
    ):
        found[f"page-charset-{charset or 'none'}.html"] = lambda charset=charset: (  # type: ignore[misc]
            f'<html><head><meta charset="{charset}"></head><body>{bare}</body></html>'.encode()
        )
    found |= {
        "page-utf-16.html": lambda: f"<html><body>{bare}</body></html>".encode("utf-16"),
        "page-nul.html": lambda: f"<html><body>\0{bare}</body></html>".encode(),
        "page-empty.html": lambda: b"<html></html>",
        "page-only-script.html": lambda: b"<html><script>var a = 1;</script></html>",
        "page.pdf": lambda: f"<html><body>{bare}</body></html>".encode(),
        "page.docx": lambda: f"<html><body>{bare}</body></html>".encode(),
        "mht-without-a-page.mht": lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n"
        ),
        "mht-nested.mht": lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
            + b"--x\nContent-Type: message/rfc822\n\n" * 3000
        ),
        "mht-bad-encoding.mht": lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
            b"Content-Type: text/html; charset=x\nContent-Transfer-Encoding: base64\n\n!!!!\n--x--\n"
        ),
    }
    return found | damaged("page", ".html", lambda: making.web_page(SAID * 30), 5)
