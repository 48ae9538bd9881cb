"""The compiled build: the same records as the pure package, and an answer where it cannot be made."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from running import COMMAND, ROOT, SEEDS, environment, mixed_folder

from jinan_metrics.extract import extract
from jinan_metrics.model import Claim

needs_compiler = pytest.mark.skipif(
    shutil.which(str(sysconfig.get_config_var("CC") or "cc").split()[0]) is None
    or not Path(sysconfig.get_path("include"), "Python.h").exists(),
    reason="no C compiler with the headers of Python (Debian: gcc libc6-dev python3-dev)",
)
TEXTS = [*SEEDS, *sorted((ROOT / "fixtures").rglob("*.txt"))]
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))

RECORDS = """
import json, sys
from dataclasses import fields
from pathlib import Path
from jinan_metrics.extract import extract
from jinan_metrics.model import Claim
names = [field.name for field in fields(Claim)]
found = [
    [[repr(getattr(claim, name)) for name in names] for claim in extract(Path(path).read_bytes().decode(), doc=path)]
    for path in json.load(sys.stdin)
]
json.dump(found, sys.stdout)
"""


def built(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """``pip wheel`` of the project with what is installed here, so that nothing is fetched."""
    command = [
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT)),
    ]
    return subprocess.run(
        command,
        env=environment(**env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The command of the compiled build, alone in an environment of its own but for the libraries."""
    folder = tmp_path_factory.mktemp("compiled")
    made = built(folder, JMETRICS_COMPILE="1")
    assert made.returncode == 0, made.stdout
    (wheel,) = folder.glob("*.whl")
    assert wheel.name.endswith(".whl")
    assert "none-any" not in wheel.name
    venv.create(folder / "venv")
    python = folder / "venv" / "bin" / "python"
    paths = sysconfig.get_paths(vars={"base": str(folder / "venv"), "platbase": str(folder / "venv")})
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(paths["platlib"])
    # Its .pth files are not read there, so that the development install is out of sight.
    Path(paths["platlib"], "libraries.pth").write_text(sysconfig.get_paths()["platlib"])
    yield [str(python), "-m", "jinan_metrics"]
    shutil.rmtree(folder)


def run(command: list[str], *arguments: str | Path, text: bytes = b"", **env: str) -> Any:
    """The finished command, where nothing but its own environment is on its path."""
    return subprocess.run(
        [*command, *map(str, arguments)],
        input=text,
        capture_output=True,
        env=environment(PYTHONPATH="", **env),
        cwd=ROOT / "fixtures",
        timeout=120,
        check=False,
    )


@needs_compiler
def test_the_core_is_compiled(compiled: list[str]) -> None:
    listed = "import jinan_metrics.extract, sys; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('jinan_metrics')))"
    files = run([compiled[0], "-c", listed]).stdout.decode().split()
    assert sum(file.endswith(SUFFIX) for file in files) > 40
    assert not [file for file in files if str(ROOT) in file]
    assert run(compiled, "--version").stdout.endswith(b" (compiled)\n")
    assert run(compiled, "--lang", "zh", "--version").stdout.decode().endswith("（编译版）\n")


@needs_compiler
def test_compiled_records_are_those_of_the_pure_package(compiled: list[str]) -> None:
    done = run([compiled[0], "-c", RECORDS], text=json.dumps(list(map(str, TEXTS))).encode())
    assert done.returncode == 0, done.stderr.decode()
    names = [field.name for field in fields(Claim)]
    claims = 0
    for path, found in zip(TEXTS, json.loads(done.stdout), strict=True):
        pure = extract(path.read_bytes().decode(), doc=str(path))
        assert found == [[repr(getattr(claim, name)) for name in names] for claim in pure]
        claims += len(pure)
    assert claims > 1000


VALUES = """
import copy, pickle
from dataclasses import FrozenInstanceError, replace
from jinan_metrics import numerals, units
for value, field in ((numerals.read("近三成"), "form"), (units.lookup("元/吨"), "name")):
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == replace(value) == value
    assert hash(copy.copy(value)) == hash(value)
    try:
        setattr(value, field, "")
    except FrozenInstanceError:
        print(value)
"""


@needs_compiler
def test_compiled_values_are_pickled_copied_and_frozen_as_dataclasses_are(compiled: list[str]) -> None:
    pure = subprocess.run(
        [sys.executable, "-c", VALUES], capture_output=True, env=environment(), check=True
    ).stdout
    done = run([compiled[0], "-c", VALUES])
    assert done.stdout == pure, done.stderr.decode()
    assert pure.count(b"\n") == 2


MODULE = """
from __future__ import annotations

from dataclasses import dataclass, field

_MOST = 3


@dataclass(slots=True)
class Pair:
    a: int
    b: str = "x" * _MOST

    def both(self) -> str:
        return self.b * self.a


@dataclass(slots=True)
class Row:
    cells: list[int] = field(default_factory=list)
"""


def test_what_is_compiled_means_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = hook_module().prepared(MODULE)
    assert "_MOST: Final = 3" in prepared
    assert prepared.count("def __init__(self, a: int, b: str = ") == 1
    (tmp_path / "prepared_for_mypyc.py").write_text(prepared)
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module("prepared_for_mypyc")
    pair = module.Pair(2)
    assert (pair.both(), module.Row().cells) == ("xxxxxx", [])
    assert pair == module.Pair(a=2, b="xxx") == pickle.loads(pickle.dumps(pair))


@needs_compiler
@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", ROOT / "fixtures", "-f", "jsonl", "--jobs", "2"),
        ("extract", SEEDS[0], "-f", "csv", "--year", "2020"),
        ("explain", f"{SEEDS[0]}:300"),
        ("compare", "2022", "2023", "--input", ROOT / "seeds", "-f", "json"),
        ("rules", "change.verb"),
        ("evaluate", ROOT / "fixtures", "-f", "json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_compiled_commands_say_the_same(compiled: list[str], arguments: tuple[str | Path, ...]) -> None:
    pure = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        env=environment(),
        cwd=ROOT / "fixtures",
        check=False,
    )
    done = run(compiled, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (pure.returncode, pure.stdout, pure.stderr)
    assert done.stdout


@needs_compiler
def test_bad_input_costs_the_compiled_build_a_line(compiled: list[str], tmp_path: Path) -> None:
    folder = mixed_folder(tmp_path)
    arguments = ("extract", str(folder), str(folder / "missing.txt"), "-f", "jsonl")
    pure = subprocess.run([*COMMAND, *arguments], capture_output=True, env=environment(), check=False)
    done = run(compiled, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, pure.stdout, pure.stderr)
    assert done.stderr.startswith(b"jmetrics: ")
    assert b"Traceback" not in done.stderr


# What a text's way to its claims leads through and is not compiled; hatch_build.py says why.
LEFT_OUT = {"first_characters", "lexicon", "model", "patterns"}


def test_all_that_runs_for_a_claim_is_compiled() -> None:
    listed = (
        "import sys; from jinan_metrics import extract; extract(sys.stdin.read()); "
        "print(*(name.split('.')[1] for name in sys.modules if name.startswith('jinan_metrics.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", listed],
        input=SEEDS[0].read_bytes(),
        capture_output=True,
        env=environment(),
        check=True,
    )
    missing = set(done.stdout.decode().split()) - set(hook_module().COMPILED) - LEFT_OUT
    assert not missing, f"add to COMPILED in hatch_build.py, or say there why not: {missing}"


def test_without_a_compiler_the_build_says_what_to_do(tmp_path: Path) -> None:
    made = built(tmp_path, JMETRICS_COMPILE="1", CC="no-such-compiler")
    assert made.returncode
    assert "jmetrics cannot be compiled: there is no C compiler no-such-compiler." in made.stdout
    assert "apt-get install gcc" in made.stdout
    assert "Traceback" not in made.stdout
    assert not list(tmp_path.iterdir())


@needs_compiler
def test_a_failed_compilation_leaves_no_wheel(tmp_path: Path) -> None:
    made = built(tmp_path, JMETRICS_COMPILE="1", CC="false")
    assert made.returncode
    assert "jmetrics could not be compiled" in made.stdout
    assert "Traceback" not in made.stdout
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "env",
    [
        {"JMETRICS_COMPILE": "0"},
        {"JMETRICS_COMPILE": "", "CC": "no-such-compiler"},
        pytest.param({"JMETRICS_COMPILE": "", "CC": "false"}, marks=needs_compiler),
    ],
    ids=["not wanted", "no compiler", "compiler fails"],
)
def test_what_is_not_or_cannot_be_compiled_is_pure(tmp_path: Path, env: dict[str, str]) -> None:
    made = built(tmp_path, **env)
    assert made.returncode == 0, made.stdout
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(SUFFIX)]


def test_an_editable_install_stays_pure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JMETRICS_COMPILE", "1")
    build_data: dict[str, Any] = {"force_include": {}, "pure_python": True, "infer_tag": False}
    hook().initialize("editable", build_data)
    assert build_data == {"force_include": {}, "pure_python": True, "infer_tag": False}


def test_mypyc_is_asked_for_only_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JMETRICS_COMPILE", "0")
    assert hook().dependencies() == []
    monkeypatch.delenv("JMETRICS_COMPILE")
    monkeypatch.setenv("CC", "no-such-compiler")
    assert hook().dependencies() == []
    monkeypatch.setenv("JMETRICS_COMPILE", "1")
    (mypyc,) = map(Requirement, hook().dependencies())
    assert mypyc.specifier.contains(version("mypy")), "the tests run with another mypyc than users get"


def hook() -> Any:
    """The build hook as hatchling finds it."""
    return hook_module().CompiledBuild(str(ROOT), {}, None, None, "", "wheel")


def hook_module() -> Any:
    path = ROOT / "hatch_build.py"
    spec = spec_from_file_location("hatch_build", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
