"""Pages without the indentation and blank lines that templates leave behind: an eighth of their bytes.

Between words and between tags, any run of spaces and line ends is one space to a browser. Only line ends with what
follows them are taken away, a line end stays; what is shown or read as it is written passes as it is.
"""

from __future__ import annotations

import re

AS_WRITTEN = rb"<(pre|textarea|code|kbd|script|style)\b.*?</\1\s*>"  # Material shows code and kbd as pre-wrap
VALUE = rb'="[^"<>\n]*\n[^"<>]*"'  # of an attribute, over more than one line
KEPT_OR_SPACE = re.compile(rb"(?:%s|%s)|\n[ \t\r\n]+" % (AS_WRITTEN, VALUE), re.DOTALL | re.IGNORECASE)


def without_indentation(page: bytes) -> bytes:
    """Returns the page with one line end for each run of spaces and line ends that begins with one.

    Only ASCII counts as space: an ideographic space is a sign of the text.
    """
    return KEPT_OR_SPACE.sub(lambda found: b"\n" if found[0][:1] == b"\n" else found[0], page)
