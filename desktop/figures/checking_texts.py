"""The sentences and remedies of what is odd when a return is held against earlier ones.

Merged into `finding_texts.TEXTS` and `finding_texts.MANY`, which say what the blanks are.
"""

from __future__ import annotations

from desktop.figures.wording import N_

CHECKING_TEXTS: dict[str, tuple[str, str]] = {
    "reissue": (
        N_("This is a re-issue of return {expected} ({about}): {found} figures differ."),
        N_("Compare the two below; the newer one counts, and the older one is kept."),
    ),
    "reissue_alike": (
        N_("This is a re-issue of return {expected} ({about}); no figure differs."),
        N_("Nothing needs to be done."),
    ),
    "reissued_since": (
        N_("Return {expected} ({about}) is newer and for the same month: {found} figures differ."),
        N_("Compare the two below; the newer one counts, and this one is kept beside it."),
    ),
}
CHECKING_MANY: dict[str, str] = {}
