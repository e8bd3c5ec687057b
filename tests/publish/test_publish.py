"""Publishing: a reader sees a whole site before, during and after a build, whatever happens to the build."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from build_scripts.ledger.kept import kept_content
from build_scripts.publish.publish import PublishError, build_lock, publish, put, write_files

TODAY = date(2026, 1, 2)
RECORDS = "records.zh.ndjson"
PROGRAM = Path(__file__).parents[2]
TABS = ["index", *re.findall(r": (\S+)\.md$", (PROGRAM / "mkdocs.yml").read_text(encoding="utf-8"), re.M)]


def pages(word: str) -> dict[str, bytes]:
    """The files of a small site whose pages all say `word`."""
    trees = {f"docs/{lang}/{tab}.md": f"# {word}\n".encode() for lang in ("zh", "en") for tab in TABS}
    return trees | {"data/funds.csv": b"fund_id\n", f"search/{RECORDS}": b'{"url": "index.html"}'}


def no_index(_site: Path, _folder: Path) -> None:
    """The search index has its own tests."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site.yaml").write_text(
        "address: https://ledger.example.org/a\nrepository: https://code.example.org/l\nallowed_hosts: hosts.txt\n"
    )
    return tmp_path


def shown(root: Path) -> str:
    return (root / "site" / "index.html").read_text(encoding="utf-8")


def test_a_failing_step_leaves_the_last_good_site(root):
    publish(root, TODAY, lambda: pages("first"), no_index)

    def fail(_folder, _records):
        raise RuntimeError("the index failed")

    with pytest.raises(RuntimeError, match="the index failed"):
        publish(root, TODAY, lambda: pages("second"), fail)
    assert "first" in shown(root)
    assert [path.name for path in (root / "build" / "releases").iterdir()] == ["00001"]


def test_what_is_kept_is_shared_with_the_release_and_never_written_in_place(root):
    def files(content: bytes) -> dict:
        return pages("word") | {"data/funds.csv": kept_content(root / "build" / "cache" / "downloads", content)}

    first = publish(root, TODAY, lambda: files(b"first"), no_index)
    second = publish(root, TODAY, lambda: files(b"first"), no_index)
    assert os.path.samefile(first / "data/funds.csv", second / "data/funds.csv")
    third = publish(root, TODAY, lambda: files(b"third"), no_index)
    assert [(each / "data/funds.csv").read_bytes() for each in (second, third)] == [b"first", b"third"]


@pytest.mark.slow
def test_a_kill_leaves_the_last_good_site_and_frees_the_lock(root):
    publish(root, TODAY, lambda: pages("first"), no_index)
    script = (
        "import sys, time; sys.path[:0] = [sys.argv[1], sys.argv[1] + '/tests/publish']\n"
        "from pathlib import Path; from test_publish import pages, publish, TODAY\n"
        "root = Path(sys.argv[2])\n"
        "def wait(folder, records): (root / 'waiting').touch(); time.sleep(60)\n"
        "if __name__ == '__main__': publish(root, TODAY, lambda: pages('second'), wait)\n"
    )
    file = root / "killed.py"
    file.write_text(script)
    build = subprocess.Popen([sys.executable, str(file), str(PROGRAM), str(root)])
    deadline = time.monotonic() + 60
    while not (root / "waiting").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with pytest.raises(PublishError, match="another build is running"):
        publish(root, TODAY, lambda: pages("third"), no_index)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    assert "first" in shown(root)
    publish(root, TODAY, lambda: pages("third"), no_index)
    assert "third" in shown(root)


STOPPED = """
import os, sys
from pathlib import Path
from tests.commands.stopped import stop_at
from tests.publish.test_publish import TODAY, no_index, pages, publish
if __name__ == "__main__":
    stop_at(int(sys.argv[2]), sys.argv[3], sys.argv[1])
    publish(Path(sys.argv[1]), TODAY, lambda: pages("second"), no_index)
"""


@pytest.mark.long
@pytest.mark.parametrize("how", ["kill", "fail"])
@pytest.mark.parametrize("number", [1, 2, 20, 60, 100, 140])
def test_a_build_that_is_stopped_at_any_write_leaves_the_last_good_site(root, number, how):
    publish(root, TODAY, lambda: pages("first"), no_index)
    (root / "stopped.py").write_text(STOPPED)
    command = [sys.executable, str(root / "stopped.py"), str(root), str(number), how]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(PROGRAM)}, capture_output=True, check=False)
    if how == "fail" and done.returncode == 0:  # what could not be tidied away keeps nobody from a new site
        assert "second" in shown(root)
    else:
        assert (done.returncode, "first" in shown(root)) == (-9 if how == "kill" else 1, True), done.stderr[-500:]
    publish(root, TODAY, lambda: pages("third"), no_index)
    assert "third" in shown(root)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_every_file_can_be_read_by_a_web_server_whatever_the_umask(root):
    before = os.umask(0o077)
    try:
        publish(root, TODAY, lambda: pages("first"), no_index)
    finally:
        os.umask(before)
    site = (root / "site").resolve()
    shut = [path for path in site.rglob("*") if not path.stat().st_mode & 0o004]
    assert shut == []
    assert all(folder.stat().st_mode & 0o055 == 0o055 for folder in (site, site.parent, site.parent.parent))


def test_a_second_build_is_refused_while_one_runs(root):
    with build_lock(root / "build"), pytest.raises(PublishError, match="another build is running"):
        publish(root, TODAY, lambda: pages("first"), no_index)


def test_a_plain_folder_called_site_is_never_replaced(root):
    (root / "site").mkdir()
    (root / "site" / "mine.txt").write_text("mine")
    with pytest.raises(PublishError, match="move it away"):
        publish(root, TODAY, lambda: pages("first"), no_index)
    assert (root / "site" / "mine.txt").read_text() == "mine"


def test_a_page_that_stands_in_one_language_only_stops_the_build(root):
    files = pages("first") | {"docs/zh/only.md": b"# only\n"}
    with pytest.raises(PublishError, match="en/only.html"):
        publish(root, TODAY, lambda: files, no_index)
    assert not (root / "site").exists()


def test_the_last_two_releases_are_kept(root):
    for word in ("first", "second", "third"):
        publish(root, TODAY, lambda word=word: pages(word), no_index)
    assert sorted(path.name for path in (root / "build" / "releases").iterdir()) == ["00002", "00003"]
    assert os.readlink(root / "site") == "build/releases/00003"
    assert not (root / "site.next").is_symlink()


def test_the_index_gets_the_records_and_the_finished_pages(root):
    seen = []
    publish(
        root,
        TODAY,
        lambda: pages("first"),
        lambda site, folder: seen.append(((folder / RECORDS).read_bytes(), (site / "en/index.html").is_file())),
    )
    assert seen == [(b'{"url": "index.html"}', True)]


def test_downloads_stand_at_the_root_and_search_records_do_not(root):
    release = publish(root, TODAY, lambda: pages("first"), no_index)
    assert (release / "data/funds.csv").read_bytes() == b"fund_id\n"
    assert not (release / "search").exists() and not (release / "docs").exists()


def test_a_file_that_is_no_longer_made_goes(tmp_path):
    write_files({"docs/zh/a.md": b"a", "docs/zh/b/c.md": b"c", "data/a.csv": b"a"}, tmp_path)
    write_files({"docs/zh/a.md": b"a"}, tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in sorted(tmp_path.rglob("*")) if p.is_file()] == [
        "docs/zh/a.md"
    ]
    assert not (tmp_path / "data").exists()


def test_only_changed_files_are_written(tmp_path):
    assert write_files({"a.md": b"a", "b.md": b"b"}, tmp_path) == 2
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write_files({"a.md": b"a", "b.md": b"B"}, tmp_path) == 1
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert (tmp_path / "b.md").read_bytes() == b"B"


def test_a_file_that_is_shared_is_not_written_over(tmp_path):
    """A page of the tree is the one that the cache keeps: what takes its place must leave that as it was."""
    kept, tree = kept_content(tmp_path / "cache", b"kept"), tmp_path / "tree"
    assert write_files({"a.md": kept}, tree, put=put) == 1
    assert (tree / "a.md").samefile(kept) and write_files({"a.md": kept}, tree, put=put) == 0
    write_files({"a.md": b"new"}, tree)
    assert (tree / "a.md").read_bytes() == b"new" and kept.read_bytes() == b"kept"


def test_folders_to_keep_are_left_alone(tmp_path):
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "x").touch()
    write_files({"a.md": b"a"}, tmp_path, keep=("releases",))
    assert (tmp_path / "releases" / "x").exists()


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "a/../../b.md", "a\\b.md", ""])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path, path):
    with pytest.raises(ValueError, match="not a path below"):
        write_files({path: b"x"}, tmp_path)
