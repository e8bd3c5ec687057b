"""Labels of an amount that is that of each year of a period, or of one on an average: 每年, 年均, 逐年, 各年."""

from __future__ import annotations

import re

EACH = re.compile("每一?年|年均|年平均|[逐各]年(?!.*(?:合计|累计|总))")  # 各年合计 is a sum of them


def is_of_each_year(label: str | None) -> bool:
    """True where an amount under this label is no sum of the years of its period."""
    return bool(EACH.search(label or ""))
