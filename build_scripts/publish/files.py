"""Files written to a folder: all of a tree, or each over its old self by one rename."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from build_scripts.ledger.kept import Made, content_of, size_of

Files = dict[str, Made]  # path below the folder -> contents, or the file that keeps them


def write_anew(made: Made, target: Path) -> None:
    """Writes the file anew: what lies there may be shared with another place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.write_bytes(content_of(made))


def write_files(
    files: Files, folder: Path, keep: tuple[str, ...] = (), put: Callable[[Made, Path], None] = write_anew
) -> int:
    """Makes `folder` hold exactly `files` and returns how many were written; unchanged files are not touched.

    Names in `keep` and hidden ones directly below it are left alone. `put` may share a file that is kept.
    Raises ValueError if a path leaves it.
    """
    written = 0
    for path, made in files.items():
        target = folder / checked(path)
        if not holds(target, made):
            put(made, target)
            written += 1
    for top in folder.iterdir():
        if top.name not in keep and not top.name.startswith("."):
            remove_others(top, folder, files)
    return written


def holds(target: Path, made: Made) -> bool:
    """True where the file is there and has this content."""
    if not target.is_file() or target.stat().st_size != size_of(made):
        return False
    return (isinstance(made, Path) and target.samefile(made)) or target.read_bytes() == content_of(made)


def checked(path: str) -> PurePosixPath:
    """The path, if it stays below the folder it is written to."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or not pure.parts:
        raise ValueError(f"not a path below the build folder: {path!r}")
    return pure


def remove_others(top: Path, folder: Path, files: Files) -> None:
    """Removes what an earlier build left below `top` and this one does not have, and folders this empties."""
    found = sorted(top.rglob("*"), reverse=True) if top.is_dir() else []
    for path in [*found, top]:
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()


def replace_files(files: dict[Path, bytes]) -> None:
    """Writes each file beside its place, and when all are there, over its old self by one rename each.

    A kill leaves every file old or new, never half; where one cannot be written, none is touched.
    """
    asides = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, content in files.items():
            asides[path].write_bytes(content)
        for path, aside in asides.items():
            os.replace(aside, path)
    finally:
        for aside in asides.values():
            aside.unlink(missing_ok=True)
