"""What must be said of a sum of money beside its figure."""

from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Total, Views


def source_remark(total: Total, views: Views, names: Names) -> str:
    """Returns a remark where a sum of assistance holds money whose source is not printed; else ''."""
    sources = {views.claims[claim].fund_source for claim in total.included}
    if "not_stated" not in sources:
        return ""
    return word(names.lang, "charts.source_not_stated" if len(sources) == 1 else "charts.source_partly_stated")
