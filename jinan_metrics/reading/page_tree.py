"""A light tree of a web page: blocks, and the text in them with what of it is link text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from jinan_metrics.reading.markup import Tag, tokens

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "option",
    ]
)
# Tags without content, and those that only frame the page.
_NO_CONTENT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "html",
        "head",
        "body",
    ]
)
_PARAGRAPH = ({"p"}, {"td", "th", "table", "div", "li", "section", "article"})
# A start tag ends an open one of these, up to the element that bounds it.
_ENDS = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"tbody", "thead", "tfoot", "tr"}, {"table"}),
    "thead": ({"tbody", "thead", "tfoot", "tr"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot", "tr"}, {"table"}),
    "option": ({"option"}, {"select"}),
}
_LOOK_BACK = 12
# Deeper blocks are counted, not kept: their text belongs to the last block that is.
_DEEPEST = 300
_HIDDEN = ("display:none", "visibility:hidden")
_UNSEEN = "#unseen"  # on the stack, around an element that is not shown
_SPACES = str.maketrans("\n\r\t", "   ")


@dataclass(slots=True)
class Node:
    """A block: its tag, its attributes, and its content in order (texts, blocks, ``LINE`` for a line break).

    ``plain`` and ``linked`` count the characters of text in it and below, outside and inside links;
    ``tables`` and ``anchors`` the tables and links below.
    """

    name: str
    attributes: dict[str, str]
    parent: Node | None
    content: list[Node | str] = field(default_factory=list)
    plain: int = 0
    linked: int = 0
    tables: int = 0
    anchors: int = 0

    @property
    def marks(self) -> str:
        """Class, id and role in one."""
        get = self.attributes.get
        return f"{get('class', '')} {get('id', '')} {get('role', '')}".casefold()


LINE = "\n"


def tree(page: str) -> tuple[Node, dict[str, str]]:
    """The root of the page and what its ``meta`` and ``title`` say, by name in lower case."""
    builder = _Builder()
    for token in tokens(page):
        if isinstance(token, str):
            builder.text(token)
        elif token.closing:
            builder.end(token.name)
        else:
            builder.start(token)
    _count(builder.root)
    return builder.root, builder.meta


class _Builder:
    """Puts tags and texts where they belong. An end tag without its start tag is passed over."""

    def __init__(self) -> None:
        self.root = self._node = Node("body", {}, None)
        self.meta: dict[str, str] = {}
        # Open elements, blocks and others, each with the block that its text goes to.
        self._stack: list[tuple[str, Node]] = []
        self._opened: Counter[str] = Counter()
        self._title: list[str] | None = None

    def text(self, words: str) -> None:
        if self._title is not None:
            self._title.append(words)
        elif words and not self._opened[_UNSEEN]:
            node = self._node
            node.content.append(words if node.name == "pre" else words.translate(_SPACES))
            length = len(words.strip())
            if self._opened["a"]:
                node.linked += length
            else:
                node.plain += length

    def end(self, name: str) -> None:
        if name == "title":
            self._end_title()
        elif self._opened[name]:
            while self._stack[-1][0] != name:
                self._pop()
            self._pop()
        elif name in ("p", "br"):
            self._node.content.append(LINE)

    def start(self, tag: Tag) -> None:
        name, attributes, _ = tag
        if name == "title" and "title" not in self.meta:
            self._title = []
            return
        if name == "body":
            self._end_title()
        if name == "meta":
            key = (attributes.get("name") or attributes.get("property") or "").casefold()
            self.meta.setdefault(key, attributes.get("content", ""))
        elif name == "br":
            self._node.content.append(LINE)
        if name in _NO_CONTENT:
            return
        self._end_implied(name)
        if "hidden" in attributes or any(
            words in attributes.get("style", "").replace(" ", "").casefold() for words in _HIDDEN
        ):
            self._push(_UNSEEN, self._node)
        self._node.anchors += name == "a"
        if name in BLOCKS and len(self._stack) < _DEEPEST:
            child = Node(name, attributes, self._node)
            self._node.content.append(child)
            self._push(name, child)
        else:
            if name in BLOCKS:
                self._node.content.append(LINE)
            self._push(name, self._node)

    def _end_title(self) -> None:
        if self._title is not None:
            self.meta.setdefault("title", "".join(self._title))
        self._title = None

    def _push(self, name: str, node: Node) -> None:
        self._stack.append((name, node))
        self._opened[name] += 1
        self._node = node

    def _pop(self) -> None:
        """Close the innermost element, and what hides it."""
        name, _ = self._stack.pop()
        self._opened[name] -= 1
        if self._stack and self._stack[-1][0] == _UNSEEN:
            self._stack.pop()
            self._opened[_UNSEEN] -= 1
        self._node = self._stack[-1][1] if self._stack else self.root

    def _end_implied(self, name: str) -> None:
        """Close what a start tag of ``name`` ends by itself."""
        if name in _ENDS:
            ended, bounds = _ENDS[name]
        elif name in BLOCKS:
            ended, bounds = _PARAGRAPH
        else:
            return
        outermost = None
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - 1 - _LOOK_BACK), -1):
            if self._stack[depth][0] in bounds:
                break
            if self._stack[depth][0] in ended:
                outermost = depth
        while outermost is not None and len(self._stack) > outermost:
            self._pop()


def _count(root: Node) -> None:
    """Add the counts of every block to the blocks around it."""
    order = [root]
    for node in order:
        order += [child for child in node.content if isinstance(child, Node)]
    for node in reversed(order):
        if node.parent is not None:
            node.parent.plain += node.plain
            node.parent.linked += node.linked
            node.parent.anchors += node.anchors
            node.parent.tables += node.tables + (node.name == "table")
