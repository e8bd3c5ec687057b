"""Addresses are http or https, name a host, and carry no password; no cell holds a script address."""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_texts

# A colon and a space are prose: "Data: from the report".
ADDRESS = re.compile(
    r"https?://(?P<host>[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+)"
    r"(?::(?P<port>[0-9]{1,5}))?(?:[/?#][^\s\\<>\"\x00-\x20\x7f]*)?"
)
NUMBER = re.compile("0x[0-9a-f]*|[0-9]+")
RUNS = re.compile(r"\b(?:(?:javascript|vbscript|file):(?=\S)|data:[\w.+/-]*[;,])", re.I)


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Cells of `url`, `…_url` that are no plain web address, and cells of any column that would run as one."""
    return [
        finding(table, line, column, "unsafe", cell=text)
        for table, column, text, lines in filled_texts(raw)
        if (":" in text and RUNS.search(text)) or (column.endswith("url") and not is_web_address(text))
        for line in lines
    ]


def is_web_address(text: str) -> bool:
    """True for http(s)://host[:port][/…] that a browser reads as Python does.

    Browsers (WHATWG URL) take a backslash for a slash, drop tabs and line ends, and decode %xx and full-width
    letters in a host; so none of these may stand in the address or its host, nor a user part. A host in other
    letters than ASCII, or in punycode, may look like one that it is not. A host whose last part is a number is an IPv4
    address to a browser, however it is written: a machine, perhaps of a closed network, and no publisher. Signs that
    are not seen, and ports that there are not, make another address of it.
    """
    match = ADDRESS.fullmatch(text)
    if not match or not text.isprintable() or int(match["port"] or 0) > 65535:
        return False
    labels = match["host"].lower().split(".")
    return not NUMBER.fullmatch(labels[-1]) and not any(label.startswith("xn--") for label in labels)
