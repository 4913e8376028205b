"""What is told about names decided and layouts learned: sentence and remedy by code."""

from __future__ import annotations

from desktop.figures.wording import N_

_LOOK_UP = N_("Choose a code of the catalogue, name a new one, or leave the name out.")
_FLOW = N_("Write export or import, or leave it empty for both.")
_KNOWN = N_("Only names that the catalogue does not have are decided.")
_LINE = N_("Correct the line, or take it out, then import the file again; none was taken over yet.")

KNOWLEDGE_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_decision": (
        N_("Nothing is decided about the name {about}."),
        N_("Look it up in the list of names decided."),
    ),
    "no_such_layout": (
        N_("The archive holds no layout {about}."),
        N_("Look its number up in the list of layouts."),
    ),
    "read_otherwise": (
        N_("{about} is in the archive as return {found}, but now gives other figures."),
        N_("Accept it to put this reading in the place of that one, which is withdrawn."),
    ),
    "decision_without_name": (
        N_("A decision needs a name, and {about} is none."),
        N_("Give the name as the return prints it."),
    ),
    "decision_code_unknown": (N_("There is no code {found} for the name {about}."), _LOOK_UP),
    "decision_flow_unknown": (N_("{found} is neither export nor import: {about}."), _FLOW),
    "name_in_catalogue": (N_("The catalogue has the name {about} already, as {found}."), _KNOWN),
    "line_without_name": (N_("Line {cell} of {sheet} names nothing."), _LINE),
    "line_code_unknown": (
        N_("Line {cell} of {sheet}: there is no code {found} for the name {about}."),
        _LINE,
    ),
    "line_flow_unknown": (
        N_("Line {cell} of {sheet}: {found} is neither export nor import."),
        _LINE,
    ),
    "line_name_in_catalogue": (
        N_("Line {cell} of {sheet}: the catalogue has the name {about} already, as {found}."),
        _LINE,
    ),
    "line_kind_unknown": (
        N_("Line {cell} of {sheet}: {found} is neither item, market, province nor industry."),
        _LINE,
    ),
    "line_moment_broken": (
        N_("Line {cell} of {sheet}: {found} is no date and time."),
        _LINE,
    ),
    "line_broken": (
        N_("Line {cell} of {sheet} has more columns than the first, or an open quotation mark."),
        _LINE,
    ),
    "not_decisions": (
        N_("{about} is no list of decisions on names: it has no column {expected}."),
        N_("Choose a file that this program has exported."),
    ),
    "not_a_layout": (
        N_("{about} is no layout of this program."),
        N_("Choose a file that this program has exported."),
    ),
    "not_utf8": (
        N_("{about} is no text in UTF-8."),
        N_("Save it as CSV UTF-8, then import it again."),
    ),
    "text_too_long": (
        N_("{about} is larger than any list of names or layout."),
        N_("Choose a file that this program has exported."),
    ),
}
