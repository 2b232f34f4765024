"""The rules of docs/architecture.md that no other tool checks."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = [
    path
    for folder in ("members", "union", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
MAX_MODULE = 300  # lines
MAX_FUNCTION = 40  # lines, without the docstring
NAMELESS = {"utils", "util", "helpers", "common", "misc", "tools"}
DANGEROUS = {"mark_safe", "SafeString", "RawSQL", "extra", "eval", "exec", "format_html_join"}
# Where a dangerous word is right, and why.
ALLOWED = {
    "members/templatetags/options.py": {"format_html_join"},  # hundreds of options; it escapes every value
    "members/markup.py": {"mark_safe"},  # HTML that the sanitiser has just let through
    "members/templatetags/structured.py": {"mark_safe"},  # JSON in which <, > and & are escapes
}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_data(path: Path) -> bool:
    """A module of names and values only: its length is that of the world it lists."""
    plain = ast.Expr | ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom
    return all(isinstance(node, plain) for node in tree_of(path).body)


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_there_are_modules_to_check():
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_short_and_its_name_says_something(path):
    if not is_data(path):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE
    assert path.stem not in NAMELESS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path):
    long = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = node.end_lineno - body[0].lineno + 1 if body else 0
            if length > MAX_FUNCTION:
                long.append(f"{where(path, node)} {node.name} has {length} lines")
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_stand_at_the_top_and_name_what_they_bring(path):
    tree = tree_of(path)
    inside = [  # a benchmark is a script: it sets Django up before it can import from the register
        where(path, node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and "benchmarks" not in path.parts
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and "noqa: PLC0415 --" not in line_of(path, node)
    ]
    stars = [
        where(path, node)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert not inside
    assert not stars


def line_of(path: Path, node: ast.AST) -> str:
    return path.read_text(encoding="utf-8").splitlines()[node.lineno - 1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_dangerous_is_called(path):
    found = {
        name
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if name in DANGEROUS
    }
    assert found <= ALLOWED.get(str(path.relative_to(ROOT)), set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_request_parameter_names_a_lookup(path):
    """`filter(**request.GET)` lets a visitor ask about any column (docs/security.md 3.0)."""
    bad = [
        where(path, node)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg is None and "GET" in ast.unparse(keyword.value)
    ]
    assert not bad


def test_signals_are_received_nowhere():
    assert not [path for path in MODULES if "@receiver" in path.read_text(encoding="utf-8")]


def test_every_test_stands_where_its_module_stands():
    """tests/ mirrors members/: a test file of a folder has a module of that name."""
    free = {"journeys", "factories", "views", "admin", "management"}
    homeless = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        folders = path.relative_to(ROOT / "tests").parts[:-1]
        if not folders or folders[0] in free:
            continue
        if not (ROOT / "members" / Path(*folders)).is_dir():
            homeless.append(str(path.relative_to(ROOT)))
    assert not homeless
