"""One-to-one by best total: which of the possible matches to make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pair = tuple[int, int]

# Beyond this many on one side the best total is sought pair by pair, best first.
_LARGEST = 60


def best_total(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs, no left or right in two of them, whose scores have the greatest sum."""
    chosen: list[Pair] = []
    for lefts, rights in _components(scores):
        if len(lefts) == len(rights) == 1:
            chosen.append((lefts[0], rights[0]))
        elif max(len(lefts), len(rights)) > _LARGEST:
            chosen += _best_first(scores, set(lefts))
        else:
            chosen += _hungarian(scores, lefts, rights)
    return sorted(chosen)


def _components(scores: Mapping[Pair, float]) -> Iterator[tuple[list[int], list[int]]]:
    """The groups of lefts and rights that matches connect."""
    of_left: dict[int, list[int]] = defaultdict(list)
    of_right: dict[int, list[int]] = defaultdict(list)
    for left, right in scores:
        of_left[left].append(right)
        of_right[right].append(left)
    seen: set[int] = set()
    for first in of_left:
        if first in seen:
            continue
        seen.add(first)
        lefts, rights, waiting = [first], [], [first]
        seen_rights: set[int] = set()
        while waiting:
            for right in of_left[waiting.pop()]:
                if right in seen_rights:
                    continue
                seen_rights.add(right)
                rights.append(right)
                for left in of_right[right]:
                    if left not in seen:
                        seen.add(left)
                        lefts.append(left)
                        waiting.append(left)
        yield lefts, rights


def _best_first(scores: Mapping[Pair, float], lefts: set[int]) -> list[Pair]:
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen: list[Pair] = []
    for pair in sorted((pair for pair in scores if pair[0] in lefts), key=lambda pair: (-scores[pair], pair)):
        if pair[0] not in taken_left and pair[1] not in taken_right:
            taken_left.add(pair[0])
            taken_right.add(pair[1])
            chosen.append(pair)
    return chosen


def _hungarian(scores: Mapping[Pair, float], lefts: list[int], rights: list[int]) -> list[Pair]:
    """The Hungarian method with potentials on the square matrix of costs; a missing pair costs as much as none."""
    size = max(len(lefts), len(rights))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, left in enumerate(lefts, 1):
        for j, right in enumerate(rights, 1):
            cost[i][j] = -scores.get((left, right), 0.0)
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            used[column] = True
            current, step, following = row_of[column], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                reduced = cost[current][j] - row_potential[current] - column_potential[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    row_potential[row_of[j]] += step
                    column_potential[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    matched = (
        (lefts[row_of[j] - 1], rights[j - 1]) for j in range(1, len(rights) + 1) if row_of[j] <= len(lefts)
    )
    return [pair for pair in matched if pair in scores]
