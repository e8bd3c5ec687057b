"""A stage on which the workflows are played without the network: a repository, a fork, and a stand-in for `gh`.

The commands are those of the workflows, read from their files; nothing is written out again here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
WHO = {"user.name": "a", "user.email": "a@example.org", "commit.gpgsign": "false", "core.autocrlf": "false"}
DAY = "2026-11-28T12:00:00+0000"
GH = '#!/bin/sh\nprintf "%s\\n" "gh $*" >> "$GH_LOG"\n[ -z "$GH_SAYS" ] || echo "$GH_SAYS"\n'


IGNORED = ("build_scripts", ".venv", "build/", "answer/", "branch/", "sent/", "body.json", "links.md")


@dataclass(frozen=True)
class Played:
    """What the steps of a job did: the answer of each to the shell, and all they printed."""

    answers: list[int]
    said: str


@dataclass(frozen=True)
class Stage:
    """`origin` is the repository on the host, `fork` somebody's copy of it there, `work` a checkout."""

    origin: Path
    fork: Path
    work: Path
    log: Path

    def git(self, *command: str) -> str:
        done = subprocess.run(["git", *command], cwd=self.work, env=environment(self), capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else f"failed: {done.stderr.strip()}"

    def commit(self, message: str) -> None:
        self.git("commit", "-qam", message)

    def command(self, *arguments: str) -> Played:
        """Plays a command as a contributor types it."""
        return shell(self, '.venv/bin/python -m build_scripts "$@"', {}, arguments)

    def play(self, workflow: str, job: str, **told: str) -> Played:
        """Plays the steps of a job that run commands, in order, up to the first that fails."""
        content = yaml.safe_load((ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text(encoding="utf-8"))
        answers, said = [], ""
        for step in content["jobs"][job]["steps"]:
            if "run" not in step or "pytest" in step["run"]:
                continue
            assert not set(step.get("env", {})) - set(told), "what a step is told must be played too"
            played = shell(self, step["run"], {**told, **kept(self)})
            answers += played.answers
            said += played.said
            if played.answers[-1]:
                break
        return Played(answers, said)


def kept(stage: Stage) -> dict[str, str]:
    """Returns what earlier steps of the job left for later ones."""
    lines = (stage.log / "env").read_text(encoding="utf-8").splitlines() if (stage.log / "env").exists() else []
    return dict(line.split("=", 1) for line in lines)


def environment(stage: Stage) -> dict[str, str]:
    hosts = ((f"https://{who}github.com/{name}", path)
             for who in ("", "x-access-token:t@") for name, path in (("o/r", stage.origin), ("f/r", stage.fork)))
    settings = [*WHO.items(), *((f"url.{path}.insteadOf", address) for address, path in hosts)]
    counted = {
        key: value
        for n, (name, setting) in enumerate(settings)
        for key, value in ((f"GIT_CONFIG_KEY_{n}", name), (f"GIT_CONFIG_VALUE_{n}", setting))
    }
    names = {"GITHUB_ENV": "env", "GITHUB_OUTPUT": "out", "GH_LOG": "asked"}
    files = {name: str(stage.log / file) for name, file in names.items()}
    dates = {"GIT_COMMITTER_DATE": DAY, "GIT_AUTHOR_DATE": DAY}
    path = f"{stage.log}{os.pathsep}{os.environ['PATH']}"
    others = {"GIT_CONFIG_COUNT": str(len(settings)), "PATH": path, "CI": "true"}
    return {**os.environ, **counted, **files, **dates, **others}


def shell(stage: Stage, script: str, told: dict[str, str], arguments: tuple[str, ...] = ()) -> Played:
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script, "step", *arguments],
        cwd=stage.work,
        env={**environment(stage), "GH_TOKEN": "t", "REPOSITORY": "o/r", "GH_REPO": "o/r", **told},
        capture_output=True,
        text=True,
    )
    return Played([done.returncode], done.stdout + done.stderr)


def set_stage(folder: Path) -> Stage:
    """Returns a stage with the tiny ledger on `main`; the program itself is lent, not copied."""
    stage = Stage(folder / "origin.git", folder / "fork.git", folder / "work", folder / "log")
    stage.log.mkdir()
    shutil.copytree(ROOT / "tests" / "tiny_ledger", stage.work)
    shutil.copytree(ROOT / "schemas", stage.work / "schemas")
    package = stage.work / "datapackage.yaml"
    package.write_text(package.read_text(encoding="utf-8").replace("../../schemas", "schemas"), encoding="utf-8")
    shutil.copy(ROOT / ".gitattributes", stage.work)
    (stage.work / ".gitignore").write_text("".join(f"/{name}\n" for name in IGNORED), encoding="utf-8")
    (stage.log / "gh").write_text(GH, encoding="utf-8")
    (stage.log / "gh").chmod(0o755)
    for name in ("build_scripts", ".venv"):
        (stage.work / name).symlink_to(ROOT / name)
    stage.git("init", "-q", "-b", "main")
    stage.git("add", ".")
    stage.commit("a ledger")
    for there in (stage.origin, stage.fork):
        subprocess.run(["git", "clone", "-q", "--bare", str(stage.work), str(there)], check=True)
    stage.git("remote", "add", "origin", str(stage.origin))
    stage.git("fetch", "-q", "origin")
    return stage
