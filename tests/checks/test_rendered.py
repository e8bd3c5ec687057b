"""What Markdown makes of a hand-written page is looked at as a browser reads it."""

from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from build_scripts.checks.prose import prose_problems
from build_scripts.checks.rendered import EXTENSIONS, Reader, rendered, rendered_parts
from build_scripts.publish.raw_blocks import RawBlocks

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: A\n---\n\n"
BY_MKDOCS = {"fenced_code"}  # with toc and tables, which mkdocs.yml names too
ATTACKS = {
    "<!--><script>x</script>-->": ("tag", "!"),
    "<!--->\n<script>x</script>\n-->": ("tag", "!"),
    "<!-- a --!><script>x</script> -->": ("tag", "!"),
    "<![CDATA[><script>x</script>]]>": ("tag", "!"),
    "<?a ><script>x</script>?>": ("tag", "script"),
    "`a\n\n<script>x</script>\n\nb`": ("tag", "script"),
    "a `b\n<script>x</script>\nc` d": ("tag", "script"),
    "\\`<script>x</script>\\`": ("tag", "script"),
    "<p>`</p><script>x</script><p>`</p>": ("tag", "script"),
    "<div>`\n\n<script>x</script>\n\n`</div>": ("tag", "script"),
    "    `\n<script>x</script>\n    `": ("tag", "script"),
    "<textarea>": ("tag", "textarea"),
    "<title>": ("tag", "title"),
    "<p title='<b>'>a</p>": ("tag", "…"),
    '*a*{: x="}" onclick=b}': ("attribute", "onclick"),
    "*a*{: x='}' style=b}": ("attribute", "style"),
    "[a](b){: srcdoc=x}": ("attribute", "srcdoc"),
    "[a](b){: ping=https://evil.invalid}": ("attribute", "ping"),
    "<a ping=https://evil.invalid href=x>a</a>": ("attribute", "ping"),
    "*a*{: formaction=javascript:b}": ("attribute", "formaction"),
    "[a](b){: href=javascript:alert(1)}": ("address", "javascript:alert(1)"),
    "- [1]: javascript:alert(1)\n\n[x][1]": ("address", "javascript:alert(1)"),
    "![x](https://evil.invalid/a.png)": ("address", "https://evil.invalid/a.png"),
    "![x][1]\n\n[1]: //evil.invalid/a.png": ("address", "//evil.invalid/a.png"),
    "<img src=//evil.invalid/a.png>": ("address", "//evil.invalid/a.png"),
    "<img src='\\\\evil.invalid/a.png'>": ("address", "\\\\evil.invalid/a.png"),
    "<IMG SRCSET='https://evil.invalid/a 2x'>": ("address", "https://evil.invalid/a 2x"),
    "![a](b){: src=https://evil.invalid/x}": ("address", "https://evil.invalid/x"),
}


@pytest.mark.parametrize("body", ATTACKS)
def test_what_runs_loads_or_leads_elsewhere_is_told_however_it_is_written(body):
    assert ATTACKS[body] in rendered_parts(body)
    told = {(p.code, dict(p.values)["what"]) for p in prose_problems({"docs/en/a.md": (HEAD + body).encode()})}
    assert ATTACKS[body] in told


@pytest.mark.parametrize("body", ATTACKS)
def test_it_is_told_too_where_ready_blocks_pass_unread(body):
    read = Reader()
    read.feed(Markdown(extensions=[*EXTENSIONS, RawBlocks()], extension_configs=EXTENSIONS).convert(body))
    assert ATTACKS[body] in read.found or ATTACKS[body] == ("tag", "…")


@pytest.mark.parametrize(
    "body",
    [
        "`<script>`, ``<meta>`` and <span lang='zh'>字</span>, <time datetime='2018'>2018</time>, <https://example.org/>",
        "```\n<iframe src=a>\n```\n\n    <script>\n",
        '# A {: #a .b }\n\na[^1]\n\n[^1]: note\n\n!!! note "A"\n    b\n\n??? note\n    c\n\n=== "A"\n    d\n',
        "| a | b |\n| --- | ---: |\n| 1 | [c](d.html) |\n\n![e](f.png)\n\n1 < 2, a & b",
    ],
)
def test_what_writers_use_passes(body):
    assert rendered_parts(body) == []


def test_a_finding_stands_at_the_line_of_its_text():
    (problem,) = prose_problems({"docs/en/a.md": (HEAD + "a\n\n![x](https://evil.invalid/a.png)\n").encode()})
    assert (problem.row, problem.code) == (7, "address")


def test_pages_are_rendered_as_the_site_renders_them():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!!python/name:", "")
    named = yaml.safe_load(text)["markdown_extensions"]
    names = {name for each in named for name in (each if isinstance(each, dict) else [each])}
    assert names | BY_MKDOCS == set(EXTENSIONS)


def test_a_page_has_nothing_of_the_page_read_before_it():
    assert 'id="fn:1"' in rendered("a[^1]\n\n[^1]: note\n")
    assert rendered("**a**") == "<p><strong>a</strong></p>"
