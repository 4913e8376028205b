"""The sentence and the remedy of every finding about an office's own groupings, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

GROUPINGS_TEXTS: dict[str, tuple[str, str]] = {
    "groupings_code": (
        N_("{sheet}, line {cell}: {found} is no code of a scheme or group."),
        N_("Write capital letters without diacritics, digits and underscores: OWN_GROUPS."),
    ),
    "groupings_columns": (
        N_("{sheet} holds no groupings: columns are missing ({found})."),
        N_("Write the groupings that there are to a file (groupings export), and begin with that."),
    ),
    "groupings_dimension": (
        N_("{sheet}, line {cell}: a scheme groups “item” or “market”, not “{found}”."),
        N_("Write item or market in the column dimension of the line that begins the scheme."),
    ),
    "groupings_empty": (
        N_("{sheet}, line {cell}: the group {found} has no members."),
        N_("Write the codes of its members with blanks between them, or leave the line out."),
    ),
    "groupings_flow": (
        N_("{sheet}, line {cell}: {found} is neither export nor import."),
        N_("Write export or import, or leave it empty where the group is of both."),
    ),
    "groupings_left_out": (
        N_("{about}: {found} codes are in no group ({expected}); they are shown as the rest."),
        N_("Nothing needs to be done, unless they belong in a group."),
    ),
    "groupings_member": (
        N_("{sheet}, line {cell}: {found} is no member as it is written."),
        N_("Write a code, with months where it was not always a member: GB:2024-12.."),
    ),
    "groupings_nameless": (
        N_("{sheet}, line {cell}: {found} has no name."),
        N_("Write its Vietnamese name; an English one may follow."),
    ),
    "groupings_no_such_code": (
        N_("{sheet}, line {cell}: no catalogue has the code {found}."),
        N_("Near codes: {expected}. Write the one that is meant."),
    ),
    "groupings_overlap": (
        N_("{about}: {found} codes are in several groups ({expected}); groups do not add up."),
        N_("Nothing needs to be done where this is meant, as with trade agreements."),
    ),
    "groupings_shipped": (
        N_("{sheet}, line {cell}: {found} is the code of a scheme that the program comes with."),
        N_("Give the office's own scheme another code."),
    ),
    "groupings_twice": (
        N_("{sheet}, line {cell}: {found} stands twice."),
        N_("Keep one of the two lines."),
    ),
    "groupings_unread": (
        N_("{sheet}: {found}."),
        N_("Correct the groups that it names."),
    ),
    "groupings_without_head": (
        N_("{sheet}, line {cell}: the scheme {found} was not begun before its groups."),
        N_("Write a line with its code, dimension and name, and no group, before them."),
    ),
    "no_office_groupings": (
        N_("There are no groupings of your own for this archive."),
        N_("Nothing needs to be done."),
    ),
    "no_such_groupings": (
        N_("This archive never had groupings of the number {found}."),
        N_("Look up the number: groupings history."),
    ),
}

GROUPINGS_WITHOUT_NEAR_CODES = {
    "groupings_no_such_code": N_("Write codes as the catalogues of items and markets have them."),
}
"""Remedies where no code is near enough to be offered."""
