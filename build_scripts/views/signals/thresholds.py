"""The one place of the signals' thresholds; each rule states its own grade."""

from __future__ import annotations

LATE_AFTER_DAYS = 180  # from the last day of the planned period to the day of the printed status
NO_LATER_STAGE_AFTER_DAYS = 365  # from the last day of the money's period (or the publication) to today
