"""The walls of the house: who may import whom, what code may not name, and how long it may be."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.installation import ROOT
from tests.factory import decree_plan

PLAIN = frozenset({"settings", "installation", "chromium"})
"""Modules of `lib` itself, which know the standard library (and one another) alone."""

ROOMS = {
    "typeface": set(),
    "plan": set(),
    "findings": set(),
    "store": {"plan"},
    "xlsx": {"plan", "findings"},
    "workbook": {"typeface", "plan", "findings", "xlsx"},
    "decree": {"plan", "findings", "xlsx", "workbook"},
    "voice": {"typeface", "plan"},
    "charts": {"typeface", "plan", "voice"},
    "briefing": {"typeface", "plan", "voice", "charts"},
    "service": {"typeface", "plan", "findings", "workbook", "decree", "store", "settings"},
    "web": {"plan", "service", "voice", "charts", "briefing", "settings"},
    "ui": {"typeface", "plan", "service", "voice", "charts", "briefing", "web", "settings"},
    "pages": {"plan", "service", "voice", "charts", "briefing", "ui"},
    "app": {"ui", "web", "settings"},
    "commands": {"plan", "service", "voice", "briefing", "decree", *PLAIN},
    "cli": {"commands", *PLAIN},
    "run": {"installation"},
    "settings": set(),
    "installation": set(),
    "chromium": {"installation"},
}
"""What each room may import of the others."""

VALUES = {"lib.findings.finding", "lib.store.records"}
"""What the service hands out; whoever knows the service may name it."""

LIBRARIES = {
    "streamlit": {"app", "pages", "ui", "web"},
    "starlette": {"app", "web"},
    "authlib": {"web"},
    "zxcvbn": {"service"},
    "plotly": {"charts", "briefing"},
    "openpyxl": {"workbook", "decree"},
    "python_calamine": set(),  # another reader, for the tests to compare with
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "pptx": {"briefing"},
    "docx": {"briefing", "decree"},
    "jinja2": {"briefing"},
    "pwdlib": {"service"},
    "playwright": {"chromium"},
}
"""Where a library may be imported, if it has a place of its own."""

SOURCES = sorted(
    path
    for place in ("lib", "pages", "app.py", "run.py")
    for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
)
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
MOST_MODULES, LARGEST_SHARE = 15, 1 / 5


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    """Name the room a file lies in, such as `plan` for `lib/plan/figures/status.py`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "lib" else parts[0]


def imports(path: Path) -> Iterator[str]:
    """Yield the full names of all modules that a file imports, wherever in it."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *filter(None, [node.module])])
            # `from lib import settings` imports a room, `from lib.plan import status` does not.
            yield from (
                (f"lib.{alias.name}" for alias in node.names) if module == "lib" else [module]
            )


def code_constants(path: Path) -> Iterator[tuple[int, object]]:
    """Yield line and value of all constants but docstrings."""
    tree = tree_of(path)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert list(imports(path)) == []
        return
    modules = set(imports(path)) - (VALUES if "service" in ROOMS[room] else set())
    known = {name.split(".")[1] for name in modules if name.startswith("lib.")}
    assert known - ROOMS[room] - {room} == set()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_library_is_imported_in_its_own_rooms_alone(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert [top for top in tops if room_of(path) not in LIBRARIES.get(top, {room_of(path)})] == []


@pytest.mark.parametrize("name", ["run.py", "lib/installation.py", "lib/settings.py"])
def test_what_runs_first_needs_the_standard_library_alone(name: str) -> None:
    tops = {module.split(".")[0] for module in imports(ROOT / name)}
    assert tops - sys.stdlib_module_names - {"lib"} == set()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_code_names_no_year_place_or_agency_of_this_plan(path: Path) -> None:
    plan = decree_plan()
    words = [*plan.agencies, *plan.government.split()[-1:], *map(str, plan.years)]
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    named = [(line, value) for line, value in code_constants(path) if pattern.search(str(value))]
    assert named == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    lengths = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, functions)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


FIGURES = {
    "lib.plan.figures.status": {"activity_status", "quarter_table"},
    "lib.plan.figures.indicator_state": {"indicator_status"},
    "lib.plan.figures.rollup": {"rollup", "select", "in_scope", "by_agency", "indicator_rollup"},
    "lib.plan.figures.summary": {"summarise", "indicator_year"},
    "lib.plan.figures.attention": {"attention"},
    "lib.plan.figures.effect": {"effect"},
    "lib.plan.figures.curve": {"cumulative"},
}
"""What computes a figure; screens ask a `Standing`, so that one figure has one answer."""


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if room_of(path) in ("pages", "ui")], ids=name_of
)
def test_screens_compute_no_figure_but_ask_a_standing(path: Path) -> None:
    computed = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in FIGURES.get(node.module or "", set())
        or f"{node.module}.{alias.name}" in FIGURES
    ]
    assert computed == []


def _circles(graph: dict[str, set[str]]) -> set[str]:
    """Return what can be reached from itself."""
    found = set()
    for start in graph:
        seen, waiting = set[str](), list(graph[start])
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += graph.get(here, ())
        found |= {start} & seen
    return found


def _modules_imported(path: Path) -> set[str]:
    """Return the modules of `lib` that a file needs when it is loaded, names resolved."""
    found = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lib"):
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                is_module = (ROOT / (inside.replace(".", "/") + ".py")).exists()
                found.add(inside if is_module else str(node.module))
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): _modules_imported(path)
        for path in SOURCES
    }
    assert _circles(graph) == set()


def test_a_folder_holds_few_modules() -> None:
    counts = Counter(path.parent for path in SOURCES if path.stem != "__init__")
    assert {str(place): n for place, n in counts.items() if n > MOST_MODULES} == {}


def test_no_room_holds_more_than_a_fifth_of_the_code() -> None:
    lines: Counter[str] = Counter()
    for path in SOURCES:
        lines[room_of(path)] += len(path.read_text(encoding="utf-8").splitlines())
    assert {room for room, n in lines.items() if n > LARGEST_SHARE * lines.total()} == set()


def test_no_file_and_no_class_bears_the_name_of_another() -> None:
    files = Counter(path.stem for path in SOURCES if path.stem != "__init__")
    classes = Counter(
        node.name
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for names in (files, classes) for name, n in names.items() if n > 1] == []
