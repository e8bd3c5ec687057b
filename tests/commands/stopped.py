"""Stops a command at its n-th change of the disk, by a kill or by an error, to see what it leaves behind.

    python tests/commands/stopped.py FOLDER (kill | fail) COMMAND …

Python tells of every file it opens, renames or removes before it does so (audit events, PEP 578). For n = 1, 2, … the
command runs in a child that is stopped at its n-th such event below FOLDER, in a folder made anew from FOLDER; what
each child left is printed as a line of JSON: the event, and file -> SHA-256. The last line is of the run that was not
stopped.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from hashlib import sha256
from pathlib import Path

from build_scripts.__main__ import main

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.truncate", "shutil.rmtree"}
MOST = 60


def changes_the_disk(event: str, arguments: tuple, folder: str) -> bool:
    """True where an audit event is about to change a file below the folder."""
    if event == "open":
        path, mode, flags = arguments
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) or any(sign in (mode or "") for sign in "wax+")
        return writes and str(path).startswith(folder)
    return event in CHANGES and str(arguments[0]).startswith(folder)


def stop_at(number: int, how: str, folder: str) -> None:
    """From now on the process ends, or the operation fails, at its change of the disk of this number."""
    seen = 0

    def hook(event: str, arguments: tuple) -> None:
        nonlocal seen
        if changes_the_disk(event, arguments, folder):
            seen += 1
            if seen == number:
                sys.stderr.write(f"\n{event} {Path(str(arguments[0])).name}")
                sys.stderr.flush()
                if how == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                raise OSError(28, "No space left on device", str(arguments[0]))

    sys.addaudithook(hook)


def left_by(number: int, how: str, folder: Path, command: list[str]) -> tuple[int, dict[str, str]]:
    """Returns how a command that was stopped ended, and the files it left."""
    work = folder.parent / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder, work, symlinks=True)
    child = os.fork()
    if child == 0:
        os.chdir(work)
        stop_at(number, how, str(work))
        os._exit(main([part.replace("{}", str(work)) for part in command]))
    _, status = os.waitpid(child, 0)
    paths = (path for path in work.rglob("*") if path.is_file() and ".git" not in path.parts)
    files = {path.relative_to(work).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}
    return os.waitstatus_to_exitcode(status), files


def run() -> None:
    folder, how, *command = sys.argv[1:]
    for number in range(1, MOST):
        ended, files = left_by(number, how, Path(folder), command)
        print(json.dumps({"number": number, "ended": ended, "files": files}), flush=True)
        if ended == 0:
            break


if __name__ == "__main__":
    run()
