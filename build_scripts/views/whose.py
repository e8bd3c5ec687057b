"""Whose money a figure under a pairing is: its provider's, or others' that is given or invested under the pairing."""

from __future__ import annotations

from build_scripts.views.model import Claim
from build_scripts.views.windows import is_across

OF_OTHERS = ("enterprise_investment", "social_donation")  # kinds of money that firms invest or society gives
SHARED = "mixed"  # a sum of several kinds of money: of the provider's government and of others
OF_THE_PROVINCES = "协作"  # in a label: funds of the cooperation of two provinces


def is_under_pairing(claim: Claim) -> bool:
    """True where no document says that a pairing's provider pays what is printed of the pairing.

    Firms whose place no row states invest under a pairing, not as provider, and so does society give, alone or in a
    sum of several kinds; what is signed is signed by others; the funds of the cooperation (协作资金) are the
    provinces' and are spent under the pairings below them; what is printed of others, or was put under the pairing by
    the editors, does not come from its provider.
    """
    if claim.subject_kind != "pairing" or claim.payer_id:
        return False
    is_of_others = claim.fund_source in (*OF_OTHERS, SHARED) or claim.stage == "agreed" or bool(claim.stated_of_zh)
    return is_of_others or is_placed(claim) or OF_THE_PROVINCES in claim.label_zh


def is_placed(claim: Claim) -> bool:
    """True where the editors put a figure under a pairing; of one of both rounds they chose no more than the round."""
    return "pairing_id" in claim.inferred and not is_across(claim, None)
