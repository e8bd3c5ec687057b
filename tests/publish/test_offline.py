"""The copy for a folder: what it holds, what it leaves out, and that the same site is the same file."""

from __future__ import annotations

import io
import zipfile

import pytest

from build_scripts.publish.listings import POLICY
from build_scripts.publish.offline import FILE_POLICY, MISSING, TARGET, offline_files, offline_page, pack, run

PAGE = (
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    '<script src="../assets/js/theme.js"></script>\n'
    '<script type="module" src="../assets/js/page-sort.js"></script>\n'
    '<script type="module" src="../assets/js/explorer.js"></script>\n'
    '<a href="../charts/zh/flow.png" download>PNG</a> <a href="../charts/zh/flow.svg" download>SVG</a>\n'
)
ADDRESS = "https://ledger.example.org/sub/pairings/a.html"


@pytest.fixture
def root(tmp_path):
    """A folder with settings and a site of a few files."""
    address, hosts = "address: https://ledger.example.org/sub", "allowed_hosts: hosts.txt"
    settings = (address, "repository: https://example.org/r", hosts)
    (tmp_path / "site.yaml").write_text("\n".join(settings))
    files = ("index.html", "en/index.html", "404.html", "assets/js/page-sort.js", "assets/js/explorer-dom.js")
    for name in (*files, "pagefind/pagefind.js", "en/pagefind/x.pf_meta", "charts/zh/flow.png", "charts/zh/flow.svg"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(PAGE if name.endswith(".html") else name)
    return tmp_path


def test_without_a_site_the_command_says_what_to_do(tmp_path, capsys):
    assert run(tmp_path) == 1
    assert capsys.readouterr().err.strip() == MISSING
    assert not (tmp_path / TARGET).exists()


def test_what_cannot_work_in_a_folder_is_left_out(root):
    names = [name for name, _ in offline_files(root / "site", "https://ledger.example.org/sub/")]
    assert names == ["assets/js/page-sort.js", "charts/zh/flow.svg", "en/index.html", "index.html"]


def test_a_page_loads_no_module_and_keeps_its_own_script():
    page = offline_page(PAGE, ADDRESS)
    assert '<script defer src="../assets/js/page-sort.js"></script>' in page
    assert "module" not in page and "explorer" not in page


def test_the_policy_names_files_and_allows_nothing_inline():
    assert f'content="{FILE_POLICY}"' in offline_page(PAGE, ADDRESS)
    assert "script-src 'self' file: 'wasm-unsafe-eval'" in FILE_POLICY and "unsafe-inline" not in FILE_POLICY


def test_a_picture_that_is_left_out_is_linked_on_the_web():
    page = offline_page(PAGE, ADDRESS)
    assert 'href="https://ledger.example.org/sub/charts/zh/flow.png"' in page
    assert 'href="../charts/zh/flow.svg"' in page


def test_the_same_site_is_the_same_file(root):
    assert run(root) == 0
    first = (root / TARGET).read_bytes()
    for path in (root / "site").rglob("*.html"):
        path.touch()
    assert run(root) == 0
    assert (root / TARGET).read_bytes() == first


def test_everything_stands_in_one_folder():
    archive = zipfile.ZipFile(io.BytesIO(pack(iter([("index.html", b"<p>"), ("data/a.csv", b"id\n")]))))
    assert archive.namelist() == ["pairing-ledger/index.html", "pairing-ledger/data/a.csv"]
    assert archive.read("pairing-ledger/data/a.csv") == b"id\n"


def test_the_scripts_of_every_page_run_as_plain_scripts():
    """Nothing of the language of modules may stand in them, no static import, no export, no import.meta; and what one
    names stands in a block: plain scripts share one scope.
    """
    from build_scripts.publish.render import PROGRAM

    scripts = {path.name: path.read_text(encoding="utf-8") for path in (PROGRAM / "docs/assets/js").glob("page-*.js")}
    assert len(scripts) >= 8
    for name, text in scripts.items():
        code = [line for line in text.splitlines() if line and not line.startswith("//")]
        assert (code[0], code[-1]) == ("{", "}"), name
        assert not any(line.lstrip().startswith(("import ", "export ")) for line in code), name
        assert "import.meta" not in text, name
