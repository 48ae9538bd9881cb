"""Coordinated nouns: where a list divides, and the words that its members share."""

from __future__ import annotations

import regex

from jinan_metrics import lexicon

ENDINGS = lexicon.longest_first(lexicon.classes("heads")["ending"])
_JOIN = regex.compile(
    r"、|以及|及其|及(?!时|格)|(?<![总调共饱温缓柔平融])和(?![解谐平睦田])|与(?![会])|或(?!者)"
)
_COMMA = regex.compile("、")
_TRIM = " \t　\r\n，。、；;:：,.*|>#-—~·"


def ends_as_quantity(noun: str) -> bool:
    """Whether a noun names a quantity by itself (满意率, 总额), by its ending."""
    return any(noun.endswith(ending) for ending in ENDINGS)


def divisions(masked: str, start: int, end: int, want: int = 0) -> list[tuple[int, int]]:
    """The spans between 、, 和, 及, 与 …; with ``want``, only those between 、 where that gives the number wanted."""
    spans: list[tuple[int, int]] = []
    for marks in (_JOIN, _COMMA):
        spans, at = [], start
        for match in marks.finditer(masked, start, end):
            if match.start() > at:
                spans.append((at, match.start()))
            at = match.end()
        spans.append((at, end))
        if not want or len(spans) == want:
            break
    return spans


def complete(pieces: list[str]) -> list[str]:
    """Coordinated nouns with the words that they share put back: 居民就诊率 + 签约率 → 居民签约率."""
    if len(pieces) < 2:
        return pieces
    first, last = pieces[0], pieces[-1]
    named = list(pieces)
    last_ending = next((ending for ending in ENDINGS if last.endswith(ending)), "")
    first_ending = next((ending for ending in ENDINGS if first.endswith(ending)), "")
    if last_ending and not first_ending:
        for index, piece in enumerate(pieces[:-1]):
            if not any(piece.endswith(ending) for ending in ENDINGS):
                extra = (
                    last[len(piece) :]
                    if len(piece) < len(last) - len(last_ending) and len(piece) <= 3 and len(last_ending) == 1
                    else last_ending
                )
                named[index] = piece + (extra if extra.endswith(last_ending) else last_ending)
        return named
    if first_ending:
        for index in range(1, len(pieces)):
            piece = pieces[index]
            shared = len(first) - max(len(piece), len(first_ending))
            if (
                2 <= len(piece) <= 4
                and shared >= 2
                and (piece[-1] == first[-1] or any(piece.endswith(ending) for ending in ENDINGS))
                and piece[:2] not in first[:2]
            ):
                named[index] = first[:shared] + piece
        return named
    if not last_ending and len(last) > len(first) >= 2 and len(first) <= 3 and not first.startswith("对"):
        named[:-1] = [
            piece + last[len(piece) :] if len(piece) < len(last) - 1 else piece for piece in pieces[:-1]
        ]
    elif first.startswith("对") and len(last) > len(first):
        tail = last[len(first) - 1 :]
        named[:-1] = [piece + tail for piece in pieces[:-1]]
    return named


# What a closing bracket says about the name rather than in it: 区县(不含功能区)
_ASIDE = regex.compile(r"[（(](?:不含|不包括|含|其中|下同|以下|简称|见|注)[^（）()]*+[)）]$")
_MARKUP = regex.compile(r"[\[［]\d{1,2}[\]］]|\*\*|</?\w{1,6}>")
_PAIRS = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）", "「": "」", "[": "]", "〔": "〕", "『": "』"}


def tidy(name: str) -> str:
    """A name without blanks and marks at its ends and without half a pair of brackets or quotation marks."""
    name = _MARKUP.sub("", name).strip(_TRIM)
    for opening, closing in _PAIRS.items():
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return _ASIDE.sub("", name).strip(_TRIM)
