"""Both sides of a difference as they are shown: the views of each, and what things are called in it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from build_scripts.labels.names import Names, open_names
from build_scripts.ledger.package import Package
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Views


@dataclass(frozen=True, eq=False)
class Side:
    """One state of the ledger, on a day that both sides share; the package is the one of now."""

    package: Package
    views: Views
    names: dict[str, Names]


def open_side(package: Package, tables: dict[str, pd.DataFrame], today: str) -> Side:
    """Returns the state of the ledger that holds these tables."""
    views = derive_views(tables, today)
    return Side(package, views, open_names(package, views))
