"""The files at the root of the site that say something of all pages: for search engines, robots and hosts."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from build_scripts.labels import LANGUAGES

FIRST_WORD = re.compile(r"[a-z0-9]+")
EMBEDS = "embed/"  # charts alone, for frames on other sites: not to be found by themselves
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def listing_files(pages: list[str], settings: dict) -> dict[str, bytes]:
    """The files that stand at the site's root beside the pages: sitemap.xml, robots.txt, _headers.

    `pages` are addresses within a language's tree, such as `pairings/index.html`; each is in every language.
    """
    address = settings["address"]
    robots = f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n"
    return {
        "sitemap.xml": sitemap(pages, address).encode(),
        "robots.txt": robots.encode(),
        "_headers": header_rules(pages).encode(),
    }


def sitemap(pages: list[str], address: str) -> str:
    """The list of all pages for search engines, each with its other languages (sitemaps.org)."""
    entries = []
    for page in sorted(page for page in pages if not page.startswith(EMBEDS)):
        links = [(each.html, address + each.folder + page) for each in LANGUAGES.values()]
        links.append(("x-default", address + page))
        others = "".join(f'<xhtml:link rel="alternate" hreflang="{h}" href="{escape(u)}"/>' for h, u in links)
        entries += [f"<url><loc>{escape(url)}</loc>{others}</url>" for _, url in links[:-1]]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "\n".join(entries)
        + "\n</urlset>\n"
    )


def header_rules(pages: list[str]) -> str:
    """Headers in the `_headers` form that static hosts read; the policy also stands in every page.

    Only a header can say who may frame a page. No form of `_headers` excepts a folder on every host, so the rule is
    given to the first word of each address but embed/; both policies hold where two rules meet.
    """
    rules = {
        "/*": (
            f"Content-Security-Policy: {POLICY}",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()",
            "Cache-Control: public, max-age=600",
        ),
        "/data/*": ("Access-Control-Allow-Origin: *",),
        "/charts/*": ("Access-Control-Allow-Origin: *",),
        "/api/*": ("Access-Control-Allow-Origin: *",),
        **dict.fromkeys(unframed(pages), ("Content-Security-Policy: frame-ancestors 'none'",)),
    }
    return (
        "\n".join("\n".join([path, *(f"  {line}" for line in lines)]) for path, lines in rules.items()) + "\n"
    )


def unframed(pages: list[str]) -> list[str]:
    """Returns the rules that match every page but those that are made to be framed: `/`, `/about*`, `/en/about*` …"""
    words = {FIRST_WORD.match(page)[0] for page in pages if not page.startswith(EMBEDS)}
    return [f"/{each.folder}{path}" for each in LANGUAGES.values() for path in ("", *(f"{w}*" for w in sorted(words)))]
