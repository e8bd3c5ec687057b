"""The only module that writes. `publish` builds aside and shows the result by one rename.

A reader always sees a whole site: `site` is a link to `build/releases/<number>`, and only the last step moves
it. Whatever fails or is killed before that step leaves the last good site where it is.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TextIO

from build_scripts.labels import LANGUAGES
from build_scripts.ledger.kept import Made, hash_of, keep
from build_scripts.ledger.package import read_settings
from build_scripts.ledger.sharing import share
from build_scripts.publish.assets import asset_files
from build_scripts.publish.files import Files, checked, holds, write_anew, write_files
from build_scripts.publish.listings import listing_files
from build_scripts.publish.render import PROGRAM, render_trees
from build_scripts.publish.theme_styles import Traits, material_styles, traits_of
from build_scripts.search.index import index_site

try:
    import fcntl
except ModuleNotFoundError:  # Windows has another lock
    import msvcrt

    fcntl = None

ASSETS = PROGRAM / "docs" / "assets"
INPUTS = "release"  # below the cache: what the shown release was made from
KEPT_RELEASES = 2
FOLDER_MODE, FILE_MODE = 0o755, 0o644  # what is published is for everybody to read
WORK_FOLDERS = ("cache", "next", "offline", "releases")  # below build/, not made of Files
NOT_AT_ROOT = ("docs", "search")  # Files for the site generator and the search index; the rest is published


class PublishError(RuntimeError):
    """The site could not be published; the message says what to do. The last good site is untouched."""


def publish(
    root: Path,
    today: date,
    make: Callable[[], Files],
    index: Callable[[Path, Path], None] | None = None,
    inputs: str = "",
) -> Path:
    """Builds, renders, indexes and shows the site at `root/site`; returns the folder of the new release.

    `make` returns the files (see build.build); `index` writes the search index into a site, from the folder of its
    records; index_site unless it is given. `inputs` is the hash of all that the site is made from: where the shown
    release was made from the same, it stays. Raises PublishError where another build runs, `site` is no link, or a
    page is missing; whatever a step raises passes through.
    """
    cache = root / "build" / "cache"
    index = index or partial(index_site, kept=cache / "search")
    with build_lock(root / "build"):
        refuse_plain_folder(root / "site")
        if inputs and (shown := release_of(inputs, root)):
            os.utime(shown)  # it is as new as what it is made from
            return shown
        files = make()
        trees = {path: content for path, content in files.items() if path.split("/")[0] in NOT_AT_ROOT}
        write_files(trees, root / "build", WORK_FOLDERS, put)
        settings = read_settings(root)
        with work_folder(root / "build" / "next") as folder:
            traits = render_trees(root / "build" / "docs", folder, settings, today, cache / "pages")
            site = assemble(files, folder, settings, traits, (root / "site").resolve())
            index(site, root / "build" / "search")
            stop_on_missing_pages(files, site)
            make_readable(site)
            release = keep_release(site, root / "build" / "releases")
        show_release(release, root / "site")
        drop_old_releases(release)
        remember_release(inputs, release, root)
    return release


def release_of(inputs: str, root: Path) -> Path | None:
    """Returns the shown release where it was made from these inputs and no file of it is missing or cut off."""
    shown, note = (root / "site").resolve(), root / "build" / "cache" / INPUTS
    is_same = shown.is_dir() and note.is_file() and note.read_text(encoding="utf-8") == hash_of(inputs, listing(shown))
    return shown if is_same else None


def remember_release(inputs: str, release: Path, root: Path) -> None:
    """Notes from what the release was made, with its files and their sizes."""
    if inputs:
        keep(root / "build" / "cache" / INPUTS, hash_of(inputs, listing(release)).encode())


def listing(release: Path) -> str:
    """Returns the release's name, its files and their sizes."""
    files = [f"{file.relative_to(release)} {file.stat().st_size}" for file in files_below(release)]
    return "\n".join([release.name, *files])


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Holds the one lock of a build; the system frees it when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a") as lock:
        try:
            take(lock)
        except OSError as error:
            raise PublishError(f"another build is running in {folder}; wait for it to end") from error
        yield


def take(lock: TextIO) -> None:
    """Locks the file for this process alone; raises OSError where another one has it."""
    if fcntl:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)


def refuse_plain_folder(site: Path) -> None:
    if site.exists() and not site.is_symlink():
        raise PublishError(
            f"{site} is a plain folder or file, not a link to a release; move it away, then build again"
        )


@contextmanager
def work_folder(parent: Path) -> Iterator[Path]:
    """An empty folder for one build, newly named: a killed build's processes may still write to theirs."""
    shutil.rmtree(parent, ignore_errors=True)
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def assemble(files: Files, folder: Path, settings: dict, traits: Traits, last: Path) -> Path:
    """Puts the languages, the shared assets and the downloads together; returns the site's folder.

    A file that is the same in the `last` release is shared with it. The style sheets of Material come from
    theme_styles.py, with the rules that pages of these traits and our scripts can meet.
    """
    site = folder / "zh"
    for lang in LANGUAGES:
        if LANGUAGES[lang].folder:
            (folder / lang).rename(site / LANGUAGES[lang].folder)
    published = {path: content for path, content in files.items() if path.split("/")[0] not in NOT_AT_ROOT}
    listed = listing_files(page_addresses(files), settings)
    for path, content in {**asset_files(ASSETS), **published, **listed, **used_styles(ASSETS, traits)}.items():
        is_same = not isinstance(content, Path) and holds(last / path, content)
        put(last / path if is_same else content, site / checked(path))
    return site


def files_below(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def put(made: Made, target: Path) -> None:
    """Writes the file anew, or shares the one that is kept."""
    (share if isinstance(made, Path) else write_anew)(made, target)


def used_styles(assets: Path, traits: Traits) -> Files:
    """Material's style sheets without what no page, script or style sheet of the site uses."""
    ours = "".join(path.read_text(encoding="utf-8") for path in sorted((assets / "css").glob("*.css")))
    return material_styles(traits | traits_of((), (assets / "js").glob("*.js")), ours)


def page_addresses(files: Files, lang: str = "zh") -> list[str]:
    """The addresses of all pages of a language within its tree."""
    start = f"docs/{lang}/"
    return [
        path[len(start) : -3] + ".html" for path in files if path.startswith(start) and path.endswith(".md")
    ]


def stop_on_missing_pages(files: Files, site: Path) -> None:
    """Raises PublishError where a page was not rendered, or stands in one language only."""
    addresses = {lang: set(page_addresses(files, lang)) for lang in LANGUAGES}
    everywhere = set().union(*addresses.values()) | {"index.html", "404.html"}
    missing = [
        LANGUAGES[lang].folder + page
        for lang in LANGUAGES
        for page in everywhere
        if not (site / LANGUAGES[lang].folder / page).is_file()
    ]
    if missing:
        raise PublishError(
            "these pages are missing, so nothing was published: " + ", ".join(sorted(missing)[:20])
        )


def make_readable(site: Path) -> None:
    """Lets every user of the machine read the site, a web server among them, whatever the umask of who built it."""
    for folder, _, names in os.walk(site):
        os.chmod(folder, FOLDER_MODE)
        for name in names:
            os.chmod(os.path.join(folder, name), FILE_MODE)


def keep_release(site: Path, releases: Path) -> Path:
    """Moves the finished site below `releases` under the next number; returns the new folder."""
    releases.mkdir(exist_ok=True)
    for folder in (releases.parent, releases):
        folder.chmod(FOLDER_MODE)
    taken = [int(path.name) for path in releases.iterdir() if path.name.isdigit()]
    release = releases / f"{max(taken, default=0) + 1:05d}"
    site.rename(release)
    return release


def show_release(release: Path, site: Path) -> None:
    """Points `site` at the release: a new link beside it, then one rename over the old one."""
    link = site.with_name(site.name + ".next")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, site.parent), target_is_directory=True)
    os.replace(link, site)


def drop_old_releases(shown: Path) -> None:
    """Removes all but the newest releases; the shown one is the newest."""
    numbered = sorted(path for path in shown.parent.iterdir() if path.name.isdigit())
    for old in numbered[:-KEPT_RELEASES]:
        shutil.rmtree(old, ignore_errors=True)


