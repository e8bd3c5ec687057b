"""The settings of a site: site.yaml, and what a host of one's own may say instead."""

import pytest

from build_scripts.ledger.package import read_settings


@pytest.mark.parametrize(
    "said, address",
    [
        ("", "https://tiny-ledger.example.org/"),
        ("https://ledger.example.cn", "https://ledger.example.cn/"),
        ("https://example.org/a/ledger/", "https://example.org/a/ledger/"),
    ],
)
def test_a_copy_of_the_site_may_have_an_address_of_its_own(tiny_root, monkeypatch, said, address):
    monkeypatch.setenv("LEDGER_ADDRESS", said)
    assert read_settings(tiny_root)["address"] == address
