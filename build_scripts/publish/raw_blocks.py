"""Lets ready HTML blocks pass Python-Markdown untouched: reading them takes three quarters of a page's time.

CommonMark's rule (4.6, kind 6): a block that begins with a block tag at the start of a line ends at the next
blank line. The pages write their data that way, so the result is the same without this module, only later.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BLOCK = re.compile(
    r"(?:(?<=\n\n)|\A)<(?:article|aside|details|div|dl|figure|form|nav|ol|p|section|table|ul)[ >\n]"
    r"[^\n]*(?:\n[^\n]+)*>(?=\n\n|\n?\Z)"
)
AFTER_FENCED_CODE = 24  # priorities of Python-Markdown: fenced_code 25, html_block 20


class RawBlocks(Extension):
    """The extension to hand to Markdown(extensions=[…])."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(RawBlockPreprocessor(md), "raw_blocks", AFTER_FENCED_CODE)


class RawBlockPreprocessor(Preprocessor):
    """Puts each raw block into the stash where Python-Markdown keeps raw HTML."""

    def run(self, lines: list[str]) -> list[str]:
        text = BLOCK.sub(lambda block: self.md.htmlStash.store(block.group()), "\n".join(lines))
        return text.split("\n")
