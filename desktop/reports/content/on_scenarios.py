"""What scenarios would change of the year, always told as somebody's assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.scenario_wording import SIDE_BY_SIDE, assumptions, caveats
from desktop.figures.series import Flow
from desktop.reports.content.report import Column, Row, Section, Table, Tone, Unit
from desktop.reports.content.saying import share, usd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.outlook.results import Band
    from desktop.analysis.outlook.scenario_results import Assumed
    from desktop.figures.scenario import Scenario
    from desktop.reports.content.report import Number
    from desktop.reports.content.saying import Saying


def scenarios_section(saying: Saying) -> tuple[Section, ...]:
    """What is assumed by whom, a sentence each, and a table: the year without, and with each."""
    found, language = saying.beside.scenarios, saying.language
    if not found:
        return ()
    for one in found:
        name = one.scenario.name
        whose, *rest = assumptions(one.scenario, language)
        text = f"{name}: {whose}. {'; '.join(rest)}."
        saying.tell(f"scenario:{name}", text, more=tuple(_assumed(one.scenario)), tone=Tone.MUTED)
        for caveat in caveats(one, language):
            saying.tell(f"scenario_caveat:{name}", f"{name}: {caveat}", tone=Tone.WARN)
    title = language._("Scenarios: assumptions, not forecasts")
    return (Section("scenarios", title, saying.done(), None, (_table(saying, title),)),)


def _assumed(scenario: Scenario) -> Iterator[Number]:
    for shock in scenario.shocks:
        yield from (share(x) for x in (shock.tariff, shock.volume, shock.price, shock.diverted))
        yield usd(shock.monthly)


def _table(saying: Saying, title: str) -> Table:
    say = saying.language._
    columns = (
        Column(say("Exports of the year"), wide=True), Column(say("Median"), Unit.USD, 0),
        Column(say("Growth"), Unit.FRACTION, 1, signed=True),
        Column(say("Low, 80 of 100"), Unit.USD, 0), Column(say("High, 80 of 100"), Unit.USD, 0),
        Column(say("Chance of the target"), Unit.FRACTION, 0),
        Column(say("Expected a month"), Unit.USD, 0),
    )  # fmt: skip
    rows = [row for one in saying.beside.scenarios[:1] if (row := _without(one, saying))]
    rows += [row for one in saying.beside.scenarios if (row := _with(one))]
    return Table("scenarios", title, say("Million US dollars."), columns, tuple(rows))


def _without(one: Assumed, saying: Saying) -> Row | None:
    told, exports = saying.beside.outlook, one.flow(Flow.EXPORT)
    if exports is None:
        return None
    growth = told.exports.growth if told else None
    chance = one.headline.before if one.headline else None
    expected = one.required.before if one.required else None
    return _row(saying.language._(SIDE_BY_SIDE[0]), exports.before, growth, chance, expected)


def _with(one: Assumed) -> Row | None:
    exports = one.flow(Flow.EXPORT)
    if exports is None:
        return None
    chance = one.headline.after if one.headline else None
    expected = one.required.after if one.required else None
    return _row(one.scenario.name, exports.after, exports.growth, chance, expected)


def _row(
    name: str, band: Band, growth: float | None, chance: float | None, expected: float | None
) -> Row:
    ends = (usd(edge) for edge in band.most)
    return Row((name, usd(band.median), share(growth), *ends, share(chance), usd(expected)))
