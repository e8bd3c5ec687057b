"""Hand-written pages are held to what cells are held to."""

from pathlib import Path

import pytest

from build_scripts.checks.prose import prose_problems
from build_scripts.labels import LANGUAGES
from build_scripts.labels.problems import in_words
from build_scripts.pages.prose import compose_docs

HEAD = "---\ntitle: A\n---\n\n"


def codes(body: str, head: str = HEAD) -> list[tuple[int, str]]:
    problems = prose_problems({"docs/en/a.md": (head + body).encode()})
    assert all(in_words(problem, lang) for problem in problems for lang in LANGUAGES)
    return [(problem.row, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<meta http-equiv="refresh" content="0;url=https://example.org/">', "tag"),
        ("<script>alert(1)</script>", "tag"),
        ("text <ScRiPt src=a.js>", "tag"),
        ("<iframe src=a.html></iframe>", "tag"),
        ("<frame src=a.html>", "tag"),
        ("<object data=a></object>", "tag"),
        ("<base href=/a>", "tag"),
        ("<svg/onload=alert(1)>", "tag"),
        ("<style>a{}</style>", "tag"),
        ("<form action=a>", "tag"),
        ("<p onclick=alert(1)>a</p>", "attribute"),
        ("<p OnMouseOver='alert(1)'>a</p>", "attribute"),
        ("<p style='position:fixed'>a</p>", "attribute"),
        ("a {: onclick=alert(1) }", "attribute"),
        ("# a {onclick=alert(1)}", "attribute"),
        ("<a href='javascript:alert(1)'>a</a>", "address"),
        ("<a href=' java\tscript:alert(1)'>a</a>", "address"),
        ("<a href='&#106;avascript:alert(1)'>a</a>", "address"),
        ("[a](javascript:alert(1))", "address"),
        ("[a](<JaVaScRiPt:alert(1)>)", "address"),
        ("![a](data:image/svg+xml,x)", "address"),
        ("[a]: vbscript:a", "address"),
    ],
)
def test_what_runs_loads_or_leads_elsewhere_is_an_error_at_its_line(body, code):
    assert (5, code) in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "A [link](../data/index.html), <span lang='zh'>字</span>, [mail](mailto:a@example.org), <https://example.org/>",
        "`<script>` and ``<meta http-equiv=refresh>`` are shown",
        "```\n<iframe src=a>\n[a](javascript:alert(1))\n```",
        "a < b and c > d, 1<2",
        "# Heading {: #here .note }",
    ],
)
def test_plain_prose_and_what_is_shown_as_code_pass(body):
    assert codes(body) == []


def test_what_follows_a_forbidden_tag_is_looked_at_too():
    assert codes("<style>\n\n<p onclick=a>\n") == [(5, "tag"), (7, "attribute")]


@pytest.mark.parametrize(
    "head", ["", "---\ntitle: [\n---\n", "---\nkind: prose\n---\n", "title: A\n", "---\ntitle: A\n"]
)
def test_a_page_without_a_title_in_its_front_matter_is_told(head):
    assert codes("text", head) == [(1, "no_title")]


@pytest.mark.parametrize(
    "said",
    [
        "structured: \"\\u003c/script>\\u003cscript src=a.js>\"", "scripts: [https://evil.invalid/a.js]", "kind: embed",
        "template: 404.html", "crumbs: [[a, 'javascript:alert(1)']]", "description: [a]", "1: a",
    ],
)  # fmt: skip
def test_a_page_says_title_and_description_of_itself_and_nothing_that_the_theme_would_use(said):
    assert codes("text", f"---\ntitle: A\n{said}\n---\n") == [(1, "front")]


def test_a_number_of_a_person_is_refused_in_prose_too():
    assert codes("a\n\n电话一三八零零一三八零零零，someone＠example.org") == [(7, "email"), (7, "mobile")]


def test_a_page_in_another_encoding_is_told():
    (problem,) = prose_problems({"docs/zh/a.md": HEAD.encode() + "结对".encode("gb18030")})
    assert (problem.row, problem.code) == (5, "not_utf8")


def test_the_pages_of_this_site_pass():
    assert prose_problems(compose_docs(Path(__file__).parents[2])) == []
