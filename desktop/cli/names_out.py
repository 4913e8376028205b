"""Names as the terminal writes them: decisions in a table, and names that wait for one."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich.box import SIMPLE_HEAD

from desktop.cli.tables import Table
from desktop.figures.directions import LEAVE_OUT, NameDecision, NameKind
from desktop.figures.name_codes import KINDS, name_of_code
from desktop.figures.reading import NameHow, NameSeen
from desktop.figures.series import NEW, Flow
from desktop.figures.wording import N_, Language
from desktop.workflow import Preview

NAME_COLUMNS = ("sender", "kind", "flow", "label", "code", "name_vi", "decided_at", "decided_by")
"""Columns of `names list --format csv`, as of a file of decisions."""
_SHOWN = 10
_FLOWS = {Flow.EXPORT.value: N_("exports"), Flow.IMPORT.value: N_("imports")}


def decision_record(decision: NameDecision) -> dict[str, str]:
    """Give a decision by `NAME_COLUMNS`."""
    name = name_of_code(decision.kind, decision.code, "vi", decision.flow)
    return {**asdict(decision), "kind": decision.kind.value, "name_vi": name}


def decisions_table(made: Iterable[NameDecision], language: Language) -> Table:
    """Lay decisions out, one a line."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (say("Sender"), say("Name"), say("Kind"), say("Means"), say("Decided on"),
                    say("By")):  # fmt: skip
        table.add_column(heading)
    for decision in made:
        kind = say(KINDS[decision.kind])
        if decision.flow in _FLOWS:
            kind = f"{kind}, {say(_FLOWS[decision.flow])}"
        table.add_row(
            decision.sender, decision.label, kind, meaning(decision, language),
            language.day_of(decision.decided_at), decision.decided_by,
        )  # fmt: skip
    return table


def meaning(decision: NameDecision, language: Language) -> str:
    """Say what was decided of a name."""
    if decision.code == LEAVE_OUT:
        return language._("left out")
    name = name_of_code(decision.kind, decision.code, language.code, decision.flow)
    if decision.code.startswith(NEW):
        return language._("{name} (new)", name=name)
    return name if name == decision.code else f"{name} ({decision.code})"


def waiting_lines(previews: Iterable[Preview], language: Language) -> Iterator[str]:
    """Say how many names wait for a decision, and how the first of them are decided."""
    waiting: dict[tuple[str, NameKind, str, str], NameSeen] = {}
    for preview in previews:
        for name in preview.reading.names:
            if name.how is NameHow.UNDECIDED:
                key = (preview.reading.sender, name.kind, name.flow, name.label)
                waiting.setdefault(key, name)
    if not waiting:
        return
    yield language.plural(
        "{count} name waits for a decision, and its figures with it:",
        "{count} names wait for a decision, and their figures with them:",
        len(waiting),
    )
    for (sender, *_), name in list(waiting.items())[:_SHOWN]:
        yield f"  {_command(sender, name)}"
        if name.suggestions:
            yield "    " + language._("perhaps {names}", names=_offered(name, language))
    if len(waiting) > _SHOWN:
        yield "  …"
    yield language._(
        'In place of CODE, --new "Name" makes a new one, and --leave-out leaves its rows out. '
        "Then import the file again."
    )


def _command(sender: str, name: NameSeen) -> str:
    options = {"--sender": sender, "--kind": name.kind.value, "--flow": name.flow}
    words = ["export-tracker", "names", "decide", name.label, "CODE"]
    words += [word for option, value in options.items() if value for word in (option, value)]
    return shlex.join(words)


def _offered(name: NameSeen, language: Language) -> str:
    return ", ".join(
        f"{code} ({name_of_code(name.kind, code, language.code, name.flow)})"
        for code in name.suggestions
    )
