"""The arrows of the program: who may know whom, who reads and writes files, and how long a file may be."""

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / "build_scripts"
TREES = {
    path.relative_to(PROGRAM).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PROGRAM.rglob("*.py"))
}
STAGES = [  # of the program; what stands at the top is a module
    *("ledger", "reading", "checks", "views", "labels", "charts", "pages", "exports", "search", "publish"),
    *("build", "commands", "__main__"),
]
LATE = {  # who may import inside a function
    "__main__.py": "so that `check` does not wait for charts and pages",
    "commands/contributing.py": "as __main__, whose part it is",
    "commands/maintaining.py": "as __main__, whose part it is",
    "commands/diff.py": "so that lines of records wait for neither checks nor views",
    "commands/bench.py": "so that a stage's peak memory is its own",
    "commands/sql.py": "an engine of a hundred megabytes, wanted by this command alone",
}
READERS = {  # file or folder that may read files -> what it reads; what it is given is the others' business
    "ledger/kept.py": "what a build keeps for the next",
    "ledger/sharing.py": "hard links of what is kept",
    "ledger/": "the package and its tables",
    "labels/": "words",
    "reading/vocabulary": "words by which texts are read",
    "reading/extract/files.py": "a document that a reader hands in",
    "pages/prose.py": "hand-written pages",
    "checks/rules/scripts.py": "the tables of OpenCC",
    "checks/rules/drawn_names.py": "the hanzi that the charts' font was given",
    "charts/text.py": "the widths of the font's characters",
    "charts/fonts/": "the font, when it is vendored",
    "charts/draw.py": "the cache of drawn charts",
    "search/index.py": "records as the pages left them",
    "search/parts.py": "what Pagefind wrote",
    "publish/": "what it shows",
    "commands/": "what they are given",
}
WRITERS = {
    "ledger/kept.py": "what a build keeps for the next",
    "ledger/sharing.py": "hard links of what is kept",
    "charts/fonts/": "the font, when it is vendored",
    "charts/draw.py": "the cache of drawn charts",
    "search/index.py": "the pages that Pagefind reads, and its index in the folder of the new site",
    "publish/": "the site",
    "commands/": "what they are asked for",
}
READS = {"read_text", "read_bytes", "open", "glob", "rglob", "iterdir"}
WRITES = {"write_text", "write_bytes", "unlink", "mkdir", "rmdir", "symlink_to", "copytree", "rmtree"}
LONG = {("__main__.py", "parser")}  # module, function: the list of all commands with their options
NO_DUMPING_GROUND = {"utils", "util", "common", "helpers", "helper", "misc", "tools"}

each_module = pytest.mark.parametrize("path", TREES)


def dotted(path: str) -> str:
    return "build_scripts." + path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


NAMES = {dotted(path) for path in TREES}


def imports_of(tree: ast.AST) -> set[str]:
    """The modules of the program that a tree imports, such as `build_scripts.views.model`."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in NAMES else node.module)
    return {name for name in found if name.startswith("build_scripts.")}


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def calls(tree: ast.AST) -> set[str]:
    """The names of all that a tree calls."""
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in called}


@each_module
def test_imports_run_downwards_in_the_order_of_the_stages(path):
    stage = path.removesuffix(".py").split("/")[0]
    if stage == "__init__":
        return
    later = set(STAGES[STAGES.index(stage) + 1 :])
    assert not {name for name in imports_of(TREES[path]) if name.split(".")[1] in later}


def test_no_modules_import_each_other_in_a_circle():
    try:
        TopologicalSorter({dotted(path): imports_of(tree) for path, tree in TREES.items()}).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@each_module
def test_a_module_of_the_program_is_imported_at_the_top(path):
    late = {name for function in functions(TREES[path]) for name in imports_of(function)}
    assert not late or path in LATE


@each_module
def test_files_are_read_at_one_end_and_written_at_the_other(path):
    called = calls(TREES[path])
    assert path.startswith(tuple(READERS)) or not called & READS
    assert path.startswith(tuple(WRITERS)) or not called & WRITES


def test_each_value_is_derived_once_and_handed_on():
    derives = re.compile(r"derive_(?!views$)|index_|build_index|wider_|places_in_|pairing_ends|who_is_paired|split_")
    again = {
        (path, alias.name)
        for path, tree in TREES.items()
        if not path.startswith("views/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_scripts.views.")
        for alias in node.names
        if derives.match(alias.name)
    }
    assert not again


@pytest.mark.parametrize("library, knowing", [("frictionless", "checks/schema.py"), ("mkdocs", "publish/render.py")])
def test_only_one_module_knows_the_validator_and_one_the_site_generator(library, knowing):
    named = re.compile(rf"^\s*(?:import|from) {library}\b", re.M)
    assert [path for path in TREES if named.search((PROGRAM / path).read_text(encoding="utf-8"))] == [knowing]


def test_there_is_no_dumping_ground():
    assert NO_DUMPING_GROUND.isdisjoint({part for path in TREES for part in path.removesuffix(".py").split("/")})


@each_module
def test_a_module_fits_on_a_few_screens(path):
    assert len((PROGRAM / path).read_text(encoding="utf-8").splitlines()) <= 250


@each_module
def test_a_function_fits_on_one_screen(path):
    long = {f.name for f in functions(TREES[path]) if f.end_lineno - f.lineno + 1 > 40}
    assert not {(path, name) for name in long} - LONG


@each_module
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(TREES[path])


def test_both_languages_have_the_same_words():
    from build_scripts.labels import read_words

    def keys(node, prefix=""):
        if not isinstance(node, dict):
            return {prefix}
        return {k for name, child in node.items() for k in keys(child, f"{prefix}.{name}")}

    assert keys(read_words("zh")) == keys(read_words("en"))
