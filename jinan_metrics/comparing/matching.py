"""Rows of entries: each metric of a column matched to at most one of the columns before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinan_metrics.comparing.assignment import Pair, best_total
from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.similarity import SAME, likeness, obstacle, score

# Two candidates that are alike to less than this cannot be told apart, and neither is matched.
_MARGIN = 0.02
# Beyond this many pairs with one head only equal and contained names are looked at.
_MANY = 40_000


def rows_of_entries(found: Sequence[Entry], columns: int) -> list[dict[int, Entry]]:
    """Rows as column → entry, each entry in one row, in the order in which their first entries stand."""
    rows: list[dict[int, Entry]] = []
    of_column: list[list[Entry]] = [[] for _ in range(columns)]
    for entry in found:
        of_column[entry.column].append(entry)
    for column, arriving in enumerate(of_column):
        latest = [row[max(row)] for row in rows]
        matched = {right: left for left, right in matches(latest, arriving)}
        for index, entry in enumerate(arriving):
            if index in matched:
                rows[matched[index]][column] = entry
            else:
                rows.append({column: entry})
    return rows


def matches(lefts: Sequence[Entry], rights: Sequence[Entry]) -> list[Pair]:
    """Which of ``lefts`` and ``rights`` state the same metric, as pairs of their positions."""
    possible = [(i, j) for i, j in _candidates(lefts, rights) if obstacle(lefts[i], rights[j]) is None]
    of_left, of_right = Counter(i for i, _ in possible), Counter(j for _, j in possible)
    scores = {
        # Only where there is a choice do the sentences around the figures matter.
        (i, j): (likeness if of_left[i] == of_right[j] == 1 else score)(lefts[i], rights[j])
        for i, j in possible
    }
    chosen = best_total(scores)
    rivals: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for i, j in possible:
        if of_left[i] > 1 or of_right[j] > 1:
            rivals["left", i].append((i, j))
            rivals["right", j].append((i, j))
    placed = {("left", i): scores[i, j] for i, j in chosen} | {("right", j): scores[i, j] for i, j in chosen}
    return [pair for pair in chosen if not _doubtful(pair, scores, rivals, placed)]


def _doubtful(
    pair: Pair,
    scores: Mapping[Pair, float],
    rivals: Mapping[tuple[str, int], Sequence[Pair]],
    placed: Mapping[tuple[str, int], float],
) -> bool:
    """Whether another candidate that is not better placed elsewhere is as alike."""
    own = scores[pair]
    if own >= SAME:
        return False
    for side, other_side in (("left", 1), ("right", 0)):
        for rival in rivals.get((side, pair[1 - other_side]), ()):
            if rival == pair or scores[rival] < own - _MARGIN:
                continue
            if placed.get(("right" if side == "left" else "left", rival[other_side]), 0.0) <= scores[rival]:
                return True
    return False


def _candidates(lefts: Sequence[Entry], rights: Sequence[Entry]) -> Iterator[Pair]:
    """Pairs of one block and place whose names end alike: the only ones that any test could pass."""
    by_head = _by_head(rights)
    for head, left_positions in _by_head(lefts).items():
        right_positions = by_head.get(head, [])
        if len(left_positions) * len(right_positions) <= _MANY:
            yield from ((i, j) for i in left_positions for j in right_positions)
            continue
        by_core: dict[str, list[int]] = defaultdict(list)
        for j in right_positions:
            by_core[rights[j].name.core].append(j)
        for i in left_positions:
            yield from ((i, j) for j in by_core.get(lefts[i].name.core, ()))


def _by_head(entries: Iterable[Entry]) -> dict[tuple[object, ...], list[int]]:
    heads: dict[tuple[object, ...], list[int]] = defaultdict(list)
    several_places = len({entry.place for entry in entries}) > 2
    for position, entry in enumerate(entries):
        heads[entry.block, entry.place if several_places else None, entry.name.core[-2:]].append(position)
    return heads
