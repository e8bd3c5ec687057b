"""What `watch` asks of other hosts: the words of a page, and whether a web archive has a copy of it."""

from __future__ import annotations

import json
import re
import urllib.request
from dataclasses import dataclass
from html import unescape
from http.client import HTTPException
from urllib.parse import quote, urlsplit

from build_scripts.checks.rules.urls import is_web_address
from build_scripts.reading.occurrences import fold

PATIENCE, LARGEST = 20, 8_000_000  # seconds of waiting, bytes read
AGENT = "pairing-ledger source watch (one request a week)"
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S | re.I)
CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.I)
ARCHIVE = "https://archive.org/wayback/available?url="  # its answer: archive.org/help/wayback_api.php
OF_WORDS = ("text/", "application/xhtml")  # media types whose words can be compared


@dataclass(frozen=True)
class Answer:
    """What an address answered: the address in the end, and the words without markup; None of a file of no words."""

    url: str
    words: str | None


def fetch(url: str) -> Answer:
    """Returns the answer of an address; raises OSError (URLError) where there is none."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        content = answer.read(LARGEST)
        kind = answer.headers.get("Content-Type") or "text/html"
        named = answer.headers.get_content_charset() or (CHARSET.search(content[:4096]) or [b"", b"utf-8"])[1].decode()
        last = answer.geturl()
    if not kind.lower().startswith(OF_WORDS):
        return Answer(last, None)
    encoding = "gb18030" if named.lower() in ("gb2312", "gbk") else named
    try:
        text = content.decode(encoding, errors="replace")
    except LookupError:
        text = content.decode("utf-8", errors="replace")
    return Answer(last, unescape(TAGS.sub(" ", text)))


def folded(text: str) -> str:
    """Returns the text as prints are compared: half-width, Simplified, without spaces and separators."""
    return "".join("".join(map(fold, text)).split())


def is_elsewhere(asked: str, answered: str) -> bool:
    """True where another address answered: scheme, `www.` and a slash at the end make none."""
    return bare(asked) != bare(answered) and is_web_address(answered)


def bare(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def archived(url: str, service: str = ARCHIVE) -> str:
    """Returns the address of the copy that the Internet Archive has of a page; '' where it has none or does not say."""
    request = urllib.request.Request(service + quote(url, safe=""), headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            copy = json.loads(answer.read(LARGEST))["archived_snapshots"]["closest"]
        found = copy["url"].replace("http://", "https://", 1) if copy["available"] and copy["status"] == "200" else ""
    except (OSError, HTTPException, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return found if is_web_address(found) else ""
