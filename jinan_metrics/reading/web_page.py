"""Web pages: the main text with its headings and tables, without navigation."""

from __future__ import annotations

from collections.abc import Iterator

from jinan_metrics.reading.layout import Block, Paragraph, laid_out, one_line
from jinan_metrics.reading.main_text import main_text
from jinan_metrics.reading.page_blocks import blocks_of, words_of
from jinan_metrics.reading.page_tree import Node, tree


def text_of(page: str, suffix: str = "") -> str:
    """The text of a web page."""
    root, meta = tree(page)
    main = main_text(root)
    return laid_out(_with_head(_headline(root, main.node), meta, list(blocks_of(main.node, main.left_out))))


def _headline(root: Node, main: Node) -> str:
    """The heading of the first level that stands before the main text and not in it."""
    order = [root]
    for node in order:
        if node is main:
            continue
        if node.name == "h1":
            return words_of(node)
        order += [child for child in node.content if isinstance(child, Node)]
    return ""


def _with_head(headline: str, meta: dict[str, str], blocks: list[Block]) -> Iterator[Block]:
    """``blocks`` after the title and the line of date and source, where these stand outside the main text."""
    opening = "".join(block.text for block in blocks[:6] if isinstance(block, Paragraph)).replace(" ", "")
    title = one_line(meta.get("articletitle") or headline or meta.get("og:title") or "")
    title = title or _longest(one_line(meta.get("title", "")))
    if title and title.replace(" ", "")[:20] not in opening:
        yield Paragraph(title, 1)
    date, source = meta.get("pubdate", "")[:10], one_line(meta.get("contentsource", ""))
    if date and date[:4].isdigit() and date not in opening:
        yield Paragraph(f"发布时间：{date}" + (f" 来源：{source}" if source else ""))
    yield from blocks


def _longest(title: str) -> str:
    """The part of a page's title that names the page; the others name its site and channel."""
    for mark in ("_", " - ", "|", "—", ">"):
        title = max(title.split(mark), key=len).strip()
    return title
