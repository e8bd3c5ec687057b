"""Pages without the indentation of templates: fewer bytes, and nothing that is seen or read by a program differs."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_scripts.publish.indentation import without_indentation
from build_scripts.publish.publish import publish
from build_scripts.publish.render import render_tree
from tests.publish.test_kept import TODAY, ledger, no_index, pages

PROGRAM = Path(__file__).parents[2]
SETTINGS = {"address": "https://ledger.example.org/a/", "repository": "https://code.example.org/l"}
AS_WRITTEN = ("pre", "textarea", "code", "kbd", "script", "style")


class Seen(HTMLParser):
    """What a browser makes of a page: tags with their attributes, text with its spaces where these are shown."""

    def __init__(self, page: bytes):
        super().__init__(convert_charrefs=True)
        self.parts, self.within, self.text = [], [], ""
        self.feed(page.decode())
        self.close()
        self.end_text()

    def end_text(self):
        shown = self.text if self.within else re.sub("[ \t\r\n]+", " ", self.text)
        self.parts.append(shown)
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.end_text()
        self.parts.append((tag, tuple(attrs)))
        self.within += [tag] * (tag in AS_WRITTEN)

    def handle_endtag(self, tag):
        self.end_text()
        self.parts.append(f"/{tag}")
        if self.within and tag == self.within[-1]:
            self.within.pop()

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.parts.append(("comment", data))


def test_blank_lines_and_indentation_go_and_a_line_end_stays():
    page = b"<ul>\n    \n      <li>\n        a\n      </li>\n\n\n</ul>\n"
    assert without_indentation(page) == b"<ul>\n<li>\na\n</li>\n</ul>\n"


def test_spaces_within_a_line_and_an_ideographic_space_stay():
    page = "<p>a  b\n\u3000\u3000甲\n\u00a0乙</p>".encode()
    assert without_indentation(page) == page


@pytest.mark.parametrize("tag", AS_WRITTEN)
def test_what_is_shown_or_read_as_it_is_written_stays(tag):
    inner = f"<{tag} class='x'>\n\n    if a &lt; b:\n        c = [\n\n    ]\n  </{tag}>"
    assert without_indentation(f"<div>\n  {inner}\n  </div>".encode()) == f"<div>\n{inner}\n</div>".encode()


def test_a_tag_that_only_begins_like_one_of_these_is_no_such_tag():
    page = b"<prefix>\n   a\n</prefix>\n   <coder>\n   b</coder>"
    assert without_indentation(page) == b"<prefix>\na\n</prefix>\n<coder>\nb</coder>"


def test_a_value_of_several_lines_stays():
    page = b'<button title="a\n   b" data-copy="\n\n c">\n   d</button>'
    assert without_indentation(page) == page.replace(b">\n   d", b">\nd")


def test_an_equals_sign_and_quotes_in_a_text_hide_no_code():
    page = b'<p>so a="b\n   c</p><pre>\n   d "e"\n   f</pre>'
    assert b"<pre>\n   d \"e\"\n   f</pre>" in without_indentation(page)


def test_a_rendered_page_is_shorter_and_is_seen_as_it_was(tmp_path):
    """Of the whole frame, with code and a form: every tag, every value and every word."""
    form = "<div>\n<p>x</p>\n<textarea>\n  y\n\n  z</textarea>\n</div>\n"
    body = f"Words\nand `a  b`\n\n```\nif a:\n\n    b\n```\n\n{form}"
    tabs = dict.fromkeys(re.findall(r": (\S+)\.md$", (PROGRAM / "mkdocs.yml").read_text("utf-8"), re.M), "tab")
    site = publish(ledger(tmp_path / "lean"), TODAY, lambda: pages(**tabs, one=body), no_index)
    render_tree("zh", tmp_path / "lean/build/docs/zh", tmp_path / "whole", SETTINGS, TODAY)
    for path in ("one.html", "index.html", "404.html"):
        whole, lean = (folder.joinpath(path).read_bytes() for folder in (tmp_path / "whole", site))
        assert len(lean) < 0.9 * len(whole)
        assert b"\n\n" not in re.sub(rb"(?s)<(pre|textarea).*?</\1>", b"_", lean)
        assert Seen(lean).parts == Seen(whole).parts
