"""`release`: everything a release is, written by one command; earlier ones are made again from their commits.

    python -m build_scripts release --version 0.2.0                    a new version of the data as committed
    python -m build_scripts release --rebuild 0.1.0 --from COMMIT      a version that was never kept
    python -m build_scripts release --restore                          every listed version that this copy lacks
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from build_scripts.checks.run import check
from build_scripts.commands.releasing.branch import keep_files
from build_scripts.commands.releasing.dates import dates_csv, row_dates
from build_scripts.commands.releasing.delta import delta_of
from build_scripts.commands.releasing.files import release_files
from build_scripts.commands.releasing.pages import numbered_pages
from build_scripts.commands.releasing.state import CannotRelease, state_at, state_of
from build_scripts.exports.citation_file import citation_file
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.baseline import BASELINE
from build_scripts.ledger.canonical import written
from build_scripts.ledger.history import ROW_DATES, read_row_dates
from build_scripts.ledger.last_change import git
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.releases import COLUMNS, RELEASES, Release, read_releases
from build_scripts.ledger.tables import read_tables
from build_scripts.publish.files import replace_files
from build_scripts.views.derive import derive_views
from build_scripts.views.quality import baseline_json

VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
TABLES = (":(glob)datasets/*.csv", "schemas")  # what must be committed before a release
OWN_VERSION = {"datapackage.yaml": r"(?m)^(version: ).*()$", "pyproject.toml": r'(?m)^(version = ").*(")$'}
Listed = dict[str, Release]


def run(root: Path, today: date, version: str) -> int:
    """Releases the data as they are committed, prints the files it wrote, and returns 0.

    The version's files go to the branch of releases; list, days of rows, quality, citation and version numbers stand
    beside the data, to be committed. Raises CannotRelease where the version or the data are not ready for it.
    """
    package, listed = open_package(root), listing(root)
    refuse(root, version, listed)
    commit = git(root, "log", "-1", "--first-parent", "--format=%H", "--", *TABLES)
    earlier = [release for release in listed.values() if release.version != version]
    made = make(root, package, earlier, Release(version, today.isoformat(), commit, ""))
    before = read_row_dates(root)
    since = earlier[-1].commit if before and earlier else None
    views = derive_views(read_tables(package), today.isoformat())
    head = package.descriptor | {"version": version}
    files = {
        root / RELEASES: list_csv([*earlier, made]),
        root / ROW_DATES: dates_csv(row_dates(root, commit, since, before)),
        root / BASELINE: baseline_json(views.quality),
        root / "CITATION.cff": citation_file(head, package.settings["address"], made.date),
    } | numbered(root, version) | numbered_pages(root)
    replace_files(files)
    print(*files, sep="\n")
    return 0


def rebuild(root: Path, version: str, commit: str) -> int:
    """Makes the files of a version again from its commit, lists it, and returns 0."""
    package, listed = open_package(root), listing(root)
    whole = git(root, "rev-parse", "--verify", f"{commit}^{{commit}}") or commit
    asked = Release(version, git(root, "show", "-s", "--format=%cs", whole) or "", whole, "")
    before = [release for release in listed.values() if number_of(release.version) < number_of(version)]
    made = make(root, package, before, asked)
    later = [release for release in listed.values() if number_of(release.version) > number_of(version)]
    replace_files({root / RELEASES: list_csv([*before, made, *later])})
    print(f"{version}  {made.data_sha256}")
    return 0


def restore(root: Path) -> int:
    """Makes the files of every listed version again that this copy lacks; returns 1 where one cannot be made."""
    package, done = open_package(root), []
    for release in listing(root).values():
        if release.files:
            done.append(release)
            continue
        try:
            again = make(root, package, done, release)
        except CannotRelease as error:
            print(error)
            return 1
        done.append(again)
        print(f"{again.version}  {again.data_sha256}")
    return 0


def make(root: Path, package: Package, earlier: list[Release], release: Release) -> Release:
    """Returns the release with its files, which are then on the branch; its delta is against the last of `earlier`.

    Raises CannotRelease where the commit does not hold the data that the list names.
    """
    state = state_at(root, release.commit)
    if release.data_sha256 not in ("", state.sha256):
        raise CannotRelease(
            f"提交 {release.commit} 的数据不是 {release.version} 发布时的数据（SHA-256 不符），请取回 releases 分支。\n"
            f"The data of {release.commit} are not those of {release.version}: fetch the branch of releases."
        )
    told = {"version": release.version, "date": release.date, "commit": release.commit}
    delta = None
    if earlier:
        told |= {"previous": earlier[-1].version, "previous_date": earlier[-1].date}
        delta = delta_of(package, state_of(root, earlier[-1]), state, release.date)
    files = release_files(state, told, package.settings["address"], delta)
    keep_files(root, release.version, files, release.date)
    return Release(release.version, release.date, release.commit, state.sha256, files)


def refuse(root: Path, version: str, listed: Listed) -> None:
    """Raises CannotRelease where the version is none, is tagged or not the next, or data are not committed or wrong."""
    last = max((number_of(each) for each in listed if each != version), default=(0, 0, 0))
    reasons = {
        "version": not VERSION.fullmatch(version) or number_of(version) <= last,
        "tagged": bool(git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/v{version}")),
        "shallow": git(root, "rev-parse", "--is-shallow-repository") != "false",
        "not_committed": bool(git(root, "status", "--porcelain", "--", *TABLES)),
        "not_checked": not check(root).passed,
    }
    found = next((reason for reason, holds in reasons.items() if holds), None)
    if found:
        raise CannotRelease("\n".join(word(lang, f"release.{found}", version=version) for lang in LANGUAGES))


def listing(root: Path) -> Listed:
    return {release.version: release for release in read_releases(root)}


def list_csv(releases: list[Release]) -> bytes:
    return written([COLUMNS, *([r.version, r.date, r.commit, r.data_sha256] for r in releases)]).encode()


def number_of(version: str) -> tuple[int, ...]:
    """Returns the parts of a version, by which versions are ordered; () of what is none."""
    found = VERSION.fullmatch(version)
    return tuple(map(int, found.groups())) if found else ()


def numbered(root: Path, version: str) -> dict[Path, bytes]:
    """Returns the files that name the version, with the new one."""
    paths = {root / name: pattern for name, pattern in OWN_VERSION.items() if (root / name).is_file()}
    return {
        path: re.sub(pattern, rf"\g<1>{version}\g<2>", path.read_text(encoding="utf-8"), count=1).encode()
        for path, pattern in paths.items()
    }
