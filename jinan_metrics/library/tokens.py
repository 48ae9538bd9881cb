"""What the full-text index knows of a text: pairs of neighbouring Chinese characters, and words of other scripts.

Chinese has no spaces, and the shortest words that matter have two characters (税收, 产量). Pairs find them all, also
inside longer words; SQLite's own trigrams would find none of them.
"""

from __future__ import annotations

from jinan_metrics import folding, patterns
from jinan_metrics.folding import HAN

_RUN = patterns.compile(rf"([{HAN}]+)|[0-9]+(?:\.[0-9]+)?|[A-Za-z0-9]+")


def tokens(text: str) -> list[str]:
    """The tokens of ``text`` in order: every pair of Chinese characters (a lone one by itself), words in lower case."""
    found: list[str] = []
    for match in _RUN.finditer(folding.fold(text)):
        run = match.group()
        if match.group(1) is None:
            found.append(run.lower().replace(".", "_"))
        elif len(run) == 1:
            found.append(run)
        else:
            found += [run[i : i + 2] for i in range(len(run) - 1)]
    return found


def indexed(text: str) -> str:
    """``text`` as the index holds it: its tokens with spaces between them."""
    return " ".join(tokens(text))
