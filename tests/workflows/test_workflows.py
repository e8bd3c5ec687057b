"""What runs on the host of the repository: pinned, with as few rights as it needs, and never a contributor's text."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_scripts.commands.forms import FOLDER, FORMS, form_files
from build_scripts.ledger.package import open_package

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = [*WORKFLOWS, *sorted((ROOT / ".github" / "actions").glob("*/action.yml"))]
PINNED = re.compile(r"uses: (?:\./[\w./-]+|[\w-]+/[\w-]+(?:/(?:restore|save))?@[0-9a-f]{40} # v\d+\.\d+\.\d+)$")
WRITERS = {"comment", "mend", "together", "say", "propose", "format", "deploy", "release", "issue"}


def jobs(path: Path) -> dict[str, dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


ALL_JOBS = [
    pytest.param(path, name, job, id=f"{path.stem}.{name}") for path in WORKFLOWS for name, job in jobs(path).items()
]


@pytest.mark.parametrize("path", ACTIONS, ids=lambda p: p.parent.name + "/" + p.name)
def test_every_action_is_pinned_by_its_commit_and_names_its_version(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    uses = [line.strip().removeprefix("- ") for line in lines if "uses:" in line]
    assert not [line for line in uses if not PINNED.fullmatch(line)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_a_workflow_has_no_right_that_a_job_does_not_ask_for(path):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert content["permissions"] == {} and all("permissions" in job for job in content["jobs"].values())


@pytest.mark.parametrize("path, name, job", ALL_JOBS)
def test_a_job_that_may_write_is_one_of_those_that_need_to(path, name, job):
    writes = any(right == "write" for right in job["permissions"].values())
    assert writes == (name in WRITERS)


@pytest.mark.parametrize("path, name, job", ALL_JOBS)
def test_a_checkout_leaves_no_credentials_behind(path, name, job):
    for step in job["steps"]:
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path, name, job", ALL_JOBS)
def test_nothing_that_a_contributor_writes_stands_in_a_command(path, name, job):
    assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]


@pytest.mark.parametrize("name", ["comment", "mend"])
def test_a_job_that_writes_to_a_pull_request_runs_nothing_of_it(name):
    steps = jobs(ROOT / ".github" / "workflows" / "comment.yml")[name]["steps"]
    assert not [step for step in steps if "checkout" in step.get("uses", "") or "build_scripts" in step.get("run", "")]


def test_the_answer_waits_for_no_preview():
    assert set(jobs(ROOT / ".github" / "workflows" / "answer.yml")) == {"read", "data"}


def test_the_forms_are_those_that_the_schemas_make():
    made = form_files(open_package(ROOT))
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).glob("*.yml")}
    assert kept == made, "write them anew: .venv/bin/python -m build_scripts forms"


def test_a_choice_shows_the_word_before_the_code():
    money = yaml.safe_load((ROOT / FOLDER / "money.yml").read_text(encoding="utf-8"))
    stage = next(each for each in money["body"] if each.get("id") == "stage")["attributes"]
    assert stage["options"][3] == "拨付 disbursed"


def test_every_answer_of_a_form_is_a_column_or_known_to_be_none():
    package = open_package(ROOT)
    for form in FORMS:
        content = yaml.safe_load((ROOT / FOLDER / f"{form.name}.yml").read_text(encoding="utf-8"))
        labels = [each["attributes"]["label"] for each in content["body"] if each["type"] != "markdown"]
        assert len(set(labels)) == len(labels)
        columns = {label.split()[-1] for label in labels if "sources." not in label}
        if form.table:
            assert columns <= set(package.columns(form.table)), form.name


def test_linters_of_workflows_and_forms_find_nothing():
    tools = Path(sys.executable).parent
    forms = [str(ROOT / FOLDER / f"{form.name}.yml") for form in FORMS]
    for command in (
        [tools / "zizmor", "--offline", "--quiet", ROOT / ".github"],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.dependabot", ROOT / ".github" / "dependabot.yml"],
    ):
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
