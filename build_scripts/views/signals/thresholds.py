"""The one place of the signals' grades and thresholds."""

from __future__ import annotations

GRADES = {  # 1 red ▲, 2 yellow ◆, 3 blue ●
    "contradiction": 1,
    "spent_over_received": 2,
    "late_completion": 2,
    "no_later_stage": 2,
    "no_amount": 3,
    "single_repost": 3,
    "missing_years": 3,
}
LATE_AFTER_DAYS = 180  # from the last day of the planned period to the day of the printed status
NO_LATER_STAGE_AFTER_DAYS = 365  # from the last day of the money's period (or the publication) to today
