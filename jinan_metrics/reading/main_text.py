"""Which part of a web page is its main text.

The main text is the smallest block that holds almost all of the page's text outside links. Navigation, footers and the
like are left out by their tags, roles and names, but only where they hold little of that text: a page whose whole
article stands in a block called "list" loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from jinan_metrics.reading.page_blocks import words_of
from jinan_metrics.reading.page_tree import Node

_BOILERPLATE_TAGS = frozenset(["nav", "footer", "aside", "select", "button", "iframe", "option"])
_BOILERPLATE = regex.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|copyright|bottom\w*|breadcrumb\w*|crumbs?|location|position|weizhi|dqwz|sidebar|share\w*"
    r"|related\w*|recommend\w*|xgxx|xgwj|toolbar|tools?|login|search\w*|pag(?:er|ing|ination)|friend\w*|links?|qrcode|ewm|erweima"
    r"|print|banner|topbar|header|top|navigation|contentinfo|complementary|wza|accessib\w*)(?:$|[\s_-])"
)
_MOST_OF_IT = 0.8
_LITTLE = 0.25
# A short block with one of these is the foot of a site, whatever it is called, also on a page with little text.
_FOOT = regex.compile(
    r"ICP备\s?\d{5}|公网安备\s?\d{5}|网站标识码[:：]?\s?\w{8}|(?:您是|本站)第\s?\d++\s?位(?:访|浏览)"
)
_LONGEST_FOOT = 600
# A block of several links with this many times more text in them than around them is a list of links.
_LINKS = 4


@dataclass(frozen=True, slots=True)
class MainText:
    """The block of the main text, and the blocks in it that are no part of it (by ``id``)."""

    node: Node
    left_out: frozenset[int]


def main_text(root: Node) -> MainText:
    """The main text of the page."""
    left_out = _boilerplate(root)
    weight = _weights(root, left_out)
    node = root
    while True:
        children = [child for child in node.content if isinstance(child, Node)]
        best = max(children, key=lambda child: weight.get(id(child), 0), default=None)
        if best is None or best.name in ("table", "tr", "ul", "ol", "p"):
            return MainText(node, left_out)
        if weight.get(id(best), 0) < _MOST_OF_IT * weight[id(node)] or not weight.get(id(best)):
            return MainText(node, left_out)
        node = best


def _boilerplate(root: Node) -> frozenset[int]:
    found: set[int] = set()
    whole = max(root.plain, 1)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        named = node.name in _BOILERPLATE_TAGS or _BOILERPLATE.search(node.marks) is not None
        links = node.anchors > 1 and node.linked >= _LINKS * node.plain
        if node is not root and (
            ((named or links) and node.plain <= _LITTLE * whole) or _is_foot(node, whole)
        ):
            found.add(id(node))
            continue
        waiting += [child for child in node.content if isinstance(child, Node)]
    return frozenset(found)


def _is_foot(node: Node, whole: int) -> bool:
    """Whether a block, and none within it, holds what stands at the foot of a site."""
    if not 8 < node.plain <= 0.6 * whole or node.plain + node.linked > _LONGEST_FOOT:
        return False
    if _FOOT.search(words_of(node)) is None:
        return False
    return not any(_FOOT.search(words_of(child)) for child in node.content if isinstance(child, Node))


def _weights(root: Node, left_out: frozenset[int]) -> dict[int, int]:
    """The text outside links of every block that is not left out, by ``id``."""
    order = [root]
    for node in order:
        order += [child for child in node.content if isinstance(child, Node) and id(child) not in left_out]
    weight: dict[int, int] = {}
    for node in reversed(order):
        below = [child for child in node.content if isinstance(child, Node)]
        own = node.plain - sum(child.plain for child in below)
        weight[id(node)] = own + sum(weight.get(id(child), 0) for child in below)
    return weight
