"""The arrows of the program: who may know whom, and how long a file may be."""

import ast
import re
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / "build_scripts"
MODULES = sorted(PROGRAM.rglob("*.py"))
STAGES = [  # of the program; what stands at the top is a module
    *("ledger", "reading", "checks", "views", "labels", "charts", "pages", "exports", "search", "publish"),
    *("build", "commands", "__main__"),
]
NO_DUMPING_GROUND = {"utils", "util", "common", "helpers", "helper", "misc", "tools"}


def imports_of(path: Path) -> set[str]:
    """The parts of the program that a module imports, such as `views` or `tables`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{a.name}" for a in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("build_scripts.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PROGRAM)))
def test_imports_run_downwards_in_the_order_of_the_stages(path):
    stage = path.relative_to(PROGRAM).with_suffix("").parts[0]
    if stage == "__init__":
        return
    later = set(STAGES[STAGES.index(stage) + 1 :])
    assert not imports_of(path) & later


def test_each_value_is_derived_once_and_handed_on():
    derives = re.compile(r"derive_(?!views$)|index_|build_index|wider_|places_in_|pairing_ends|who_is_paired|split_")
    again = {
        (path.name, alias.name)
        for path in MODULES
        if path.relative_to(PROGRAM).parts[0] != "views"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_scripts.views.")
        for alias in node.names
        if derives.match(alias.name)
    }
    assert not again


def test_only_one_module_knows_frictionless():
    knowing = {p.name for p in MODULES if "import frictionless" in p.read_text(encoding="utf-8")}
    assert knowing == {"schema.py"}


def test_only_render_knows_mkdocs():
    knowing = {p.name for p in MODULES if "from mkdocs" in p.read_text(encoding="utf-8")}
    assert knowing == {"render.py"}


@pytest.mark.parametrize("kind", ["checks", "charts"])
def test_rules_and_charts_do_not_write(kind):
    writers = {"write_text", "write_bytes", "unlink", "rename", "mkdir"}
    allowed = {"draw.py", "fetch.py"}  # the cache of drawn charts; the vendoring script, which is no part of a build
    for path in (PROGRAM / kind).rglob("*.py"):
        called = {
            n.func.attr
            for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        assert path.name in allowed or called.isdisjoint(writers), path


def test_there_is_no_dumping_ground():
    assert NO_DUMPING_GROUND.isdisjoint({p.stem for p in MODULES} | {p.parent.name for p in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PROGRAM)))
def test_a_module_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PROGRAM)))
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_both_languages_have_the_same_words():
    from build_scripts.labels import read_words

    def keys(node, prefix=""):
        if not isinstance(node, dict):
            return {prefix}
        return {k for name, child in node.items() for k in keys(child, f"{prefix}.{name}")}

    assert keys(read_words("zh")) == keys(read_words("en"))
