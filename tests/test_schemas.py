"""The schemas that are shipped describe what is printed, all of it and nothing else."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from running import SEEDS, jmetrics

from jinan_metrics.schemas import SCHEMAS


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("claim", ["extract", *SEEDS, "--keep-repeats"]),
        ("row", ["compare", "2022", "2023"]),
        ("row", ["compare", "2023", "--by", "doc", "--input", SEEDS[0], "--input", SEEDS[1]]),
    ],
)
def test_everything_printed_is_valid(name: str, arguments: list[str]) -> None:
    schema = json.loads(files("jinan_metrics").joinpath(f"data/{name}.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    printed = [json.loads(line) for line in jmetrics(*arguments, "-f", "jsonl").stdout.splitlines()]
    assert printed
    for record in printed:
        Draft202012Validator(schema).validate(record)
        # The schema leaves nothing open: a field more, or one of another type, is a fault.
        assert list(record) == list(schema["properties"])
        assert not Draft202012Validator(schema).is_valid(record | {"more": 1})
        assert not Draft202012Validator(schema).is_valid(record | {"kind": "number"})


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_shipped_file_is_what_the_code_says(name: str) -> None:
    shipped = json.loads(files("jinan_metrics").joinpath(f"data/{name}.schema.json").read_bytes())
    assert shipped == SCHEMAS[name](), "python docs/make.py writes it anew"
