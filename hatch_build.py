"""The compiled build: the core is compiled with mypyc into a wheel for this platform, where there is a C compiler.

Where there is none or compiling fails, the wheel is pure Python and does the same, only slower. ``JMETRICS_COMPILE=1``
makes that an error, ``JMETRICS_COMPILE=0`` compiles nothing; an editable install is always pure. What a compiled wheel
holds is the same with compiled modules beside their sources; Python imports the compiled ones.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns, which
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "JMETRICS_COMPILE"
PACKAGE = "jinan_metrics"
# mypyc is part of mypy; another version may compile otherwise, so it is the one that the tests run with.
MYPYC = "mypy[mypyc]>=2.4,<2.5"

# Everything that runs for each text, sentence and claim. Left out:
# - model: its records are pickled, copied and made from dictionaries by users' programs, as only ordinary classes can be;
# - lexicon, patterns, first_characters: they run on import only, and reach into the re module;
# - explaining, auditing, comparing, reading, writing and the rest: not on the way from a text to its claims, or busy in
#   libraries that are compiled already.
COMPILED = (
    "about", "confidence", "context", "coordination", "dating", "earlier", "extract", "folding", "garbling", "grouping",
    "measured", "modifiers", "naming", "numerals", "objects", "plans", "quantity", "recognise", "roles", "rules",
    "segment", "side_by_side", "state", "tables", "units", "wrapping",
)  # fmt: skip

_MYPY_OPTIONS = (
    "--follow-imports=silent",
    "--ignore-missing-imports",
    f"--python-version={sys.version_info.major}.{sys.version_info.minor}",
)
_ADVICE = f"""
{VARIABLE} asks for the compiled core, which needs a C compiler and the headers of Python. Install them
  Debian, Ubuntu: apt-get install gcc libc6-dev python3-dev
  Fedora:         dnf install gcc python3-devel
  macOS:          xcode-select --install
  Windows:        Build Tools for Visual Studio, with "Desktop development with C++"
or install without {VARIABLE}: in pure Python jmetrics does the same, only slower."""


class CompiledBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules to the wheel where they are asked for."""

    PLUGIN_NAME = "custom"
    _work: TemporaryDirectory[str] | None = None

    def dependencies(self) -> list[str]:
        return [MYPYC] if required() or (tried() and not _missing()) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard" or not tried():
            return
        self._work = TemporaryDirectory(prefix="jmetrics-")
        try:
            made = list(compiled(Path(self.root), Path(self._work.name)))
        except NotCompiledError as error:
            if required():
                sys.exit(f"{error}.{_ADVICE}")
            self.app.display_warning(f"{error}; the wheel is pure Python, which does the same, only slower.")
            return
        for built, name in made:
            build_data["force_include"][str(built)] = name
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._work is not None:
            self._work.cleanup()


class NotCompiledError(Exception):
    """The core could not be compiled, and why."""


def required() -> bool:
    """Whether there shall be no wheel if it cannot be a compiled one."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def tried() -> bool:
    """Whether to compile where that can be done."""
    return os.environ.get(VARIABLE) != "0"


def compiled(root: Path, work: Path) -> Iterator[tuple[Path, str]]:
    """Compile the package in ``root`` within ``work``: each file that comes of it, and its name in the wheel."""
    missing = _missing()
    if missing:
        raise NotCompiledError(f"jmetrics cannot be compiled: {missing}")
    copytree(root / PACKAGE, work / PACKAGE, ignore=ignore_patterns("__pycache__", f"*{_suffix()}"))
    files = [file for name in COMPILED for file in _sources(work / PACKAGE / name)]
    for file in files:
        file.write_text(prepared(file.read_text(encoding="utf-8")), encoding="utf-8")
    modules = [str(file.relative_to(work)) for file in files]
    done = subprocess.run(
        [sys.executable, "-m", "mypyc", *_MYPY_OPTIONS, *modules],
        cwd=work,
        env=os.environ | {"MYPYC_OPT_LEVEL": "3", "MYPYC_DEBUG_LEVEL": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        said = "\n".join(done.stdout.splitlines()[-30:])
        raise NotCompiledError(
            f"{said}\njmetrics could not be compiled; what mypyc and the compiler said is above"
        )
    for built in sorted((*work.glob(f"*{_suffix()}"), *(work / PACKAGE).rglob(f"*{_suffix()}"))):
        yield built, str(built.relative_to(work))


def prepared(source: str) -> str:
    """A module as mypyc makes faster code of it than of what is pleasant to write; it means the same.

    Constants are final, so that they are found without a look into the dictionary of their module. Dataclasses have their
    ``__init__`` written out: the one that ``dataclass`` makes is left to the interpreter, and was a tenth of all time.
    """
    lines = source.split("\n")
    for node in reversed(ast.parse(source).body):
        at = node.lineno - 1
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name.isupper():
                lines[at] = lines[at].replace(f"{name} =", f"{name}: Final =", 1)
        elif isinstance(node, ast.ClassDef) and _is_plain_dataclass(node):
            fields = [field for field in node.body if isinstance(field, ast.AnnAssign)]
            lines.insert(fields[-1].end_lineno or 0, _written_out(fields))
            lines[at - 1] = lines[at - 1].replace("@dataclass(", "@dataclass(init=False, ", 1)
        elif isinstance(node, ast.ImportFrom) and node.module == "__future__":
            lines[at] += "; from typing import Final"
    return "\n".join(lines)


def _is_plain_dataclass(node: ast.ClassDef) -> bool:
    """Whether a class is made by ``@dataclass(…)`` alone, of fields without factories."""
    made_by = [ast.unparse(decorator).partition("(")[0] for decorator in node.decorator_list]
    plain = not any(
        isinstance(field, ast.AnnAssign) and isinstance(field.value, ast.Call) for field in node.body
    )
    return made_by == ["dataclass"] and plain


def _written_out(fields: list[ast.AnnAssign]) -> str:
    """The ``__init__`` of a dataclass with these fields, and how it is pickled and copied, which goes by that.

    Compiled, it sets the fields past the lock of a frozen one, which mypy takes for a mistake.
    """
    arguments = ", ".join(map(ast.unparse, fields))
    names = [ast.unparse(field.target) for field in fields]
    assignments = "; ".join(f"self.{name} = {name}" for name in names)
    values = "".join(f"self.{name}, " for name in names)
    return (
        f"    def __init__(self, {arguments}) -> None: {assignments}  # type: ignore[misc]\n"
        f"    def __reduce__(self) -> tuple[object, ...]: return type(self), ({values})"
    )


def _sources(module: Path) -> list[Path]:
    """The files of a module or package."""
    return sorted(module.rglob("*.py")) if module.is_dir() else [module.with_suffix(".py")]


def _suffix() -> str:
    return str(sysconfig.get_config_var("EXT_SUFFIX"))


def _missing() -> str:
    """What is not there to compile with, as far as that can be known before."""
    if sys.implementation.name != "cpython":
        return f"mypyc compiles for CPython, and this is {sys.implementation.name}"
    if sys.platform == "win32":
        return ""  # setuptools knows where Visual Studio is
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if which(compiler.split()[0]) is None:
        return f"there is no C compiler {compiler.split()[0]}"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return "" if headers.exists() else f"there is no {headers}"
