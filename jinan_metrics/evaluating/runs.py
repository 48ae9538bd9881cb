"""Runs that were written down, and what changed from one to the next."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from jinan_metrics import __version__
from jinan_metrics.evaluating.evaluation import Evaluation
from jinan_metrics.messages import Remark

Run = dict[str, Any]
_OUTCOMES = ("right", "wrong", "missed", "spurious")


class RunError(ValueError):
    """A file that is no run, and why."""

    def __init__(self, where: str, remark: Remark) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark


def run_of(evaluation: Evaluation) -> Run:
    """The whole evaluation as JSON holds it."""
    return {
        "jmetrics": __version__,
        "totals": evaluation.totals(),
        "kinds": evaluation.by_kind(),
        "fields": evaluation.by_field(),
        "reliability": evaluation.reliability(),
        "confident": evaluation.confident(),
        "documents": evaluation.by_document(),
        "claims": [one.to_dict() for one in evaluation.judgements],
    }


def read_run(path: str | os.PathLike[str]) -> Run:
    """A run that ``jmetrics evaluate --format json`` wrote. Raises ``RunError``."""
    where = os.fspath(path)
    try:
        with open(path, encoding="utf-8") as file:
            run = json.load(file)
    except OSError as error:
        raise RunError(where, Remark("read.unreadable", reason=error.strerror)) from error
    except (ValueError, RecursionError) as error:
        raise RunError(where, Remark("run.json")) from error
    try:
        for one in run["claims"]:
            if _key(one) is None or one["outcome"] not in _OUTCOMES:
                raise RunError(where, Remark("run.json"))
        _documents(run), run["totals"]["f1"], run["totals"]["full_f1"]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise RunError(where, Remark("run.json")) from error
    return dict(run)


def changes(before: Run, after: Run) -> dict[str, Any]:
    """What is right now and was not (``fixed``), and the other way round (``broken``), in documents of both runs.

    A spurious claim that is gone is fixed, one that is new is broken.
    """
    both = _documents(before) & _documents(after)
    old = {_key(one): one for one in before["claims"] if one["doc"] in both}
    new = {_key(one): one for one in after["claims"] if one["doc"] in both}
    fixed = [_change("fixed", old.get(key), one) for key, one in new.items() if _better(old.get(key), one)]
    fixed += [
        _change("fixed", one, None)
        for key, one in old.items()
        if key not in new and one["outcome"] == "spurious"
    ]
    broken = [
        _change("broken", old.get(key), one)
        for key, one in new.items()
        if _better(one, old.get(key)) or (key not in old and one["outcome"] == "spurious")
    ]
    apart = _documents(before) ^ _documents(after)
    return {"fixed": fixed, "broken": broken, "not_in_both": sorted(apart)}


def _better(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether ``other`` is right where ``one``, the same gold claim, is not."""
    return one is not None and other is not None and one["outcome"] != "right" and other["outcome"] == "right"


def _change(status: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    told = after or before
    assert told is not None
    return {
        "change": status,
        "doc": told["doc"],
        "text": told["text"],
        "start": told["start"],
        "end": told["end"],
        "before": _state(before),
        "after": _state(after),
        "sentence": told["sentence"],
    }


def _state(one: dict[str, Any] | None) -> str:
    """How a claim stood in a run, in codes: ``right``, ``missed``, ``wrong metric 案件``, ``""``."""
    if one is None:
        return ""
    if one["outcome"] != "wrong":
        return str(one["outcome"])
    told = (f"{name} {one['claim'][name]}" for name in one["wrong"])
    return "wrong " + ", ".join(told)


def _key(one: dict[str, Any]) -> tuple[Any, ...]:
    """What tells the same claim in two runs: the place, and the accepted name or (spurious) that it is none."""
    name = one["gold"]["metric"][0] if one["gold"] is not None else None
    return one["doc"], one["start"], one["end"], name


def _documents(run: Run) -> set[str]:
    documents: Iterable[dict[str, Any]] = run["documents"]
    return {document["doc"] for document in documents}
