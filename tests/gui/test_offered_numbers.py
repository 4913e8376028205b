"""In the window every number that a page offers to explain is one that can be explained."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.gui.parts.panel import TwinPanel
from desktop.workflow import Office, YearAsked

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own
NOW = datetime(2025, 7, 12, tzinfo=UTC)
BESIDE = ("growth_printed", "price", "price_growth", "volume_growth", "quantity")
"""Numbers that many lines of a ranking have, and many have not."""
TARGETS = (
    Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="NQ 25/NQ-CP"),
    Target(Flow.EXPORT, TargetMeasure.SHARE, 2025, 0.3, 0.3, market="US"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with the history, this year's books, and customs' of two Junes."""
    place = tmp_path_factory.mktemp("window") / "archive.sqlite3"
    books = [
        sample("history"),
        *(path for path in sorted(sample("gso").glob("*2025.xlsx")) if "T01" not in path.name),
        *(sample("customs", f"{y}-T06T-5{n}(VN-SB).xlsx") for y in (2024, 2025) for n in "XN"),
    ]
    with _office(place) as office:
        assert all(o.number for o in office.take_in(books))
        office.change_targets(TargetChange(TARGETS))
    return place


def _office(place):
    return Office(place, clock=lambda: NOW, user="Lan")


@pytest.fixture
def idle(qtbot):
    """Wait until a window has no job under way: a whole archive takes longer than an example."""

    def wait(window):
        qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=60_000)

    return wait


@pytest.fixture
def window(open_window, archive):
    """The window on it."""
    return open_window(_office(archive))


def explained(window, number):
    """Ask the office as the window does, and give the value."""
    office, chosen = window.session.office(), window.session.selection
    through = number.through or chosen.through
    return office.trace(number.name, YearAsked(None, through, chosen.vintage))


def asked_of(window, offer, few=None):
    """What an offer offers where the user is, each explained."""
    numbers = offer._here()
    assert all(number.label(window.session.language) for number in numbers)
    chosen = numbers if few is None else (*numbers[:few], *numbers[-few:])
    return {number.name: explained(window, number).value for number in chosen}


@pytest.mark.parametrize(
    ("page", "window_of_months"), [("markets", "month"), ("sectors", "to_date")]
)
def test_every_line_of_a_ranking(window, idle, page, window_of_months):
    window.show_page(page)
    idle(window)
    shown = window.pages.structure(page)
    for flow in ("export", "import"):
        shown.windows.press(window_of_months)
        shown.flows.press(flow)
        idle(window)
        ranking = shown.bars.ranking if page == "sectors" else shown.ranking.ranking
        split, heads = shown.answer.ranked, ranking.list.shown.ranked.heads
        for place in (0, len(heads) - 2, len(heads) - 1):
            ranking.list.setCurrentIndex(ranking.list.model().index(place, 0))
            told = asked_of(window, shown.offers[0])
            beside = {v for n, v in told.items() if n.rpartition(".")[2] in BESIDE}
            assert None not in beside  # what no return tells of is not offered
            value = next((v for name, v in told.items() if name.endswith(".value")), None)
            part = split.part(heads[place].code) if heads[place].code else None
            part = part or (split.total if place == len(heads) - 1 else split.rest)
            assert len(told) >= (1 if part.value is None else 6)
            assert value == pytest.approx(part.value)
            of_path = [v for n, v in told.items() if n.endswith(".share_of_path")]
            path = shown.answer.view.path_in(split, heads[place].code)
            assert of_path == ([pytest.approx(part.value / path.path)] if path and value else [])


def value_of(told, number):
    """Give the value of the one number of that kind."""
    return next(value for name, value in told.items() if name.rpartition(".")[2] == number)


def offer_on(page, widget):
    """Give the offer that belongs to a widget."""
    return next(o for o in page.offers if o._widget is widget)


def test_places_of_the_drawings(window, idle):
    window.show_page("markets")
    idle(window)
    page = window.pages.structure("markets")
    world, heat = page.map.map, page.market.heat
    for place in (0, len(world.spots) - 1):
        world.current = place
        told = asked_of(window, offer_on(page, world))
        assert value_of(told, "growth") == page.answer.singles.part(world.spots[place].code).growth
    for place in (0, heat.across + 2, 3 * heat.across - 1):
        heat.current = place
        row, column = divmod(place, heat.across)
        told = asked_of(window, offer_on(page, heat))
        assert value_of(told, "growth") == page.answer.detail.heat.rows[row].growth[column]
    held, partner = page.answer.ranked.concentration, page.answer.partner
    told = asked_of(window, offer_on(page, page.ranking.foot))
    assert list(told.values()) == pytest.approx([held.hhi, held.hhi_change, held.top_share])
    told = asked_of(window, offer_on(page, page.market.balance))
    assert list(told.values()) == pytest.approx(
        [partner.exports, partner.imports, partner.balance, partner.base_balance]
    )

    window.show_page("sectors")
    idle(window)
    page = window.pages.structure("sectors")
    for drawing in (page.bars.treemap, page.multiples.multiples):
        drawing.current = 1
        told = asked_of(window, offer_on(page, drawing))
        part = page.answer.singles.part(drawing.spots[1].code)
        assert (value_of(told, "value"), value_of(told, "share")) == (part.value, part.share)
    rows = page.item.ranking.list
    rows.setCurrentIndex(rows.model().index(0, 0))
    told = asked_of(window, offer_on(page, rows))
    assert value_of(told, "value") == page.answer.detail.split.parts[0].value
    held = page.answer.singles.part(page.answer.code).price
    told = asked_of(window, offer_on(page, page.item.price))
    assert held is None or value_of(told, "price") == pytest.approx(held.price)


@pytest.mark.parametrize("focus", [{}, {"market": "CN"}, {"item": "ELEC"},
                                   {"market": "CN", "item": "ELEC"}])  # fmt: skip
def test_steps_and_months_of_the_balance(window, idle, focus):
    window.show_page("balance")
    window.session.focus_on(**focus)
    idle(window)
    page = window.pages.structure("balance")
    chart = page.bridge_chart
    for by in ("items", "partners"):
        page.steps.press(by)
        steps = chart.stairs
        for place in {0, 1, len(steps) - 2, len(steps) - 1}:
            chart.current = place
            told = list(asked_of(window, offer_on(page, chart)).values())
            step = steps[place]
            shown = [] if step.whole else [step.end - step.start]  # and the balance by then
            by_then = pytest.approx([step.end])
            assert told == pytest.approx([*shown, step.end]) or (
                len(focus) == 2 and told == by_then
            )
    months = page.answer.course.months
    for chart in (page.flows_chart, page.surplus, page.to_date):
        chart.read(4)
        told = list(asked_of(window, offer_on(page, chart)).values())
        held = months[4]
        every = [held.exports, held.imports, held.balance, held.last_year, held.cumulative,
                 held.cumulative_last_year, held.path]  # fmt: skip
        assert sorted(told) == pytest.approx(sorted(n for n in every if n is not None))


@pytest.mark.parametrize("name", ["overview", "markets", "sectors", "balance", "outlook"])
def test_rows_of_every_table(window, idle, name):
    window.show_page(name)
    idle(window)
    page = window.pages.page(name)
    panels = [p for p in page.findChildren(TwinPanel) if not p.isHidden()]
    assert len(panels) >= 2
    for panel in panels:
        panel.toggle.setChecked(True)
        offer = offer_on(page, panel.table)
        assert not offer._here()
        for row in {0, len(panel.grid.rows) - 1}:
            panel.table.selectRow(row)
            assert offer._here(), (panel.title.text(), row)
            assert asked_of(window, offer, few=2)


def test_partners_of_the_balance(window, idle):
    window.show_page("balance")
    idle(window)
    page = window.pages.structure("balance")
    offer = next(o for o in page.offers if o._widget is page.partners.list)
    for place in (0, len(page.partners.list.shown.ranked.lines) - 1):
        page.partners.list.setCurrentIndex(page.partners.list.model().index(place, 0))
        told = asked_of(window, offer)
        partner = (*page.answer.bridge.partners, page.answer.bridge.rest)[-1 if place else 0]
        assert told == pytest.approx(
            dict(zip(told, (partner.balance, partner.change, partner.base_balance,
                            partner.from_exports, partner.from_imports), strict=True))
        )  # fmt: skip


def test_tables_of_the_outlook(window, idle):
    window.show_page("outlook")
    idle(window)
    page = window.pages.outlook
    outlook = window.pages.overview.forecaster.of(window.pages.overview.forecaster.overview)
    panes = (page.answer, page.chances, page.items, page.markets, page.levers, page.seen,
             page.record)  # fmt: skip
    for pane in panes:
        offer = offer_on(page, pane.table)
        assert not offer._here()
        count = pane.table.model().rowCount()
        assert count or pane is page.markets  # two Junes are too few to tell of a market
        for row in {0, count - 1} if count else ():
            pane.table.selectRow(row)
            told = asked_of(window, offer)
            without = pane is page.chances and outlook.chances[row].chance is None
            assert bool(told) is not without
            assert None not in told.values()
    flows, seen = (offer_on(page, pane.table) for pane in (page.answer, page.seen))
    page.answer.table.selectRow(0)
    assert asked_of(window, flows, few=1)["outlook:exports.median"] == pytest.approx(
        outlook.exports.band.median
    )
    page.seen.table.selectRow(1)
    assert value_of(asked_of(window, seen), "seen_median") == outlook.exports.seen[-2].median
    told = asked_of(window, offer_on(page, page.answer))
    assert told["outlook:target:1.chance"] == outlook.chances[0].chance
    told = asked_of(window, offer_on(page, page.why))
    told |= asked_of(window, offer_on(page, page.seen.note))
    assert told["outlook:exports.level"] == outlook.exports.landing.parts.run_rate
    assert told["outlook:exports.change"] == outlook.exports.move.change
    assert page.offers[0].lang is window.session.language


@pytest.mark.parametrize("item", ["ELEC", "MARD/AGRO_FORESTRY_FISHERY"])
def test_the_outlook_within_what_is_chosen(window, idle, item):
    window.session.focus_on(item=item)
    window.show_page("outlook")
    idle(window)
    page = window.pages.outlook
    within = page._within()
    told = asked_of(window, offer_on(page, page.answer))
    assert told[f"outlook:item:{item}.median"] == pytest.approx(within.exports.band.median)
    assert told[f"outlook:item:{item}.growth"] == pytest.approx(within.exports.growth)
    for row, prefix in enumerate(("", "imports+", "balance+")):
        page.answer.table.selectRow(row)
        told = asked_of(window, offer_on(page, page.answer.table), few=1)
        part = within.part
        held = (part.exports.band, part.imports.band, part.balance)[row]
        assert told[f"outlook:{prefix}item:{item}.median"] == pytest.approx(held.median)
    to_date, alone = page.charts
    for month, point in ((3, None), (8, within.exports.fan[2])):
        to_date.read(month)
        alone.read(month)
        told = [asked_of(window, offer_on(page, chart), few=1) for chart in (to_date, alone)]
        assert None not in [*told[0].values(), *told[1].values()]
        if point:
            assert value_of(told[0], "median") == pytest.approx(point.to_date.median)
            assert value_of(told[1], "alone_median") == pytest.approx(point.alone.median)
        else:
            shown = within.progress.months[month]
            assert value_of(told[0], "value") == shown.cumulative
            assert value_of(told[1], "month_alone") == shown.value


def test_what_a_scenario_changes(window, idle):
    shock = Shock(market="US", tariff=0.46, volume=-0.1, diverted=0.3)
    window.session.office().keep_scenario(Scenario("US {46}%", Month(2025, 8), (shock,)))
    window.show_page("outlook")
    idle(window)
    page = window.pages.outlook
    page.scenarios.refresh()
    idle(window)
    page.scenarios.choose([page.scenarios.held[0].key])
    idle(window)
    (found,) = page.scenarios.found
    number, card = found.scenario.number, page.assumed
    for pane in (card.effects, card.items):
        offer = offer_on(page, pane.table)
        for row in range(pane.table.model().rowCount()):
            pane.table.selectRow(row)
            told = asked_of(window, offer)
            words = pane.table.grid.rows[row][0].text
            assert bool(told) is (words != "All others"), words
            assert None not in told.values()
    card.effects.table.selectRow(0)
    told = asked_of(window, offer_on(page, card.effects.table))
    shift = found.flow(Flow.EXPORT)
    assert told == {
        f"scenario:{number}:exports.median": pytest.approx(shift.after.median),
        "outlook:exports.median": pytest.approx(shift.before.median),
    }
    first = offer_on(page, card.effects.table)._here()[0]
    assert first.label(window.session.language) == "Median · US {46}%"
    traced = explained(window, first)
    assert [part.value for part in traced.inputs] == [pytest.approx(shift.before.median)]


def test_panes_of_the_overview(window, idle):
    idle(window)
    page, board = window.pages.overview, window.pages.overview.dashboard
    for pane in (board.yardsticks, board.sectors):
        told = asked_of(window, offer_on(page, pane))
        assert len(told) >= 6 * pane.filled
        assert None not in told.values()
    board.standing.show_pane(board.yardsticks)
    assert offer_on(page, board.standing.tabs)._here()[0].name == "exports.growth"
    landing = asked_of(window, offer_on(page, board.cards[2]))
    assert landing["outlook:exports.median"] > landing["outlook:exports.known"]
    months = board.charts[2]
    months.read(8)
    told = asked_of(window, offer_on(page, months))
    assert told["exports@2025-09.required"] == page.overview.exports.months[8].required
    board.charts[0].read(8)
    told = asked_of(window, offer_on(page, board.charts[0]))
    band = board.outlook.exports.fan[2].to_date
    foreseen = [told[f"outlook:exports@2025-09.{n}"] for n in ("median", "low_80", "high_80")]
    assert foreseen == pytest.approx([band.median, *band.most])
    board.charts[1].read(4)
    told, point = asked_of(window, offer_on(page, board.charts[1])), page.overview.exports.months[4]
    assert told["exports.gap_share"] == pytest.approx(point.gap / point.path)
    window.session.focus_on(market="US")
    idle(window)
    value, required, landing, balance = (asked_of(window, offer_on(page, c)) for c in board.cards)
    part, held = board.narrowed.part, board.narrowed.balance.bridge
    assert (value["market:US.value"], value["market:US.growth"]) == (part.value, part.growth)
    assert not required
    assert not landing  # two Junes are too few to tell where its year ends
    assert list(balance.values()) == pytest.approx([held.balance, held.change, held.base])
    months.read(4)
    told = asked_of(window, offer_on(page, months))
    assert told["market:US@month.month_alone"] == board.subject(page.overview).months[4].value
    months.read(8)
    told, point = asked_of(window, offer_on(page, months)), board.narrowed.drawn.months[8]
    assert told.get("market:US@month.value") == point.last_year
    ranked = board.contributions.list
    ranked.setCurrentIndex(ranked.model().index(0, 0))
    told, shown = asked_of(window, offer_on(page, ranked)), ranked.shown.contributions[0]
    assert (value_of(told, "value"), value_of(told, "growth")) == (shown.value, shown.growth)


def test_targets_in_force(window, idle, qtbot):
    window.show_page("targets")
    idle(window)
    page = window.pages.targets
    for place, held in enumerate(page.standing):
        page.list.selectRow(place)
        told = asked_of(window, page.offer)
        number = held.target.number
        assert told[f"target:{number}.cumulative"] == pytest.approx(held.cumulative)
        chance = next(c.chance for c in page.outlook.chances if c.target == held.target)
        assert told.get(f"outlook:target:{number}.chance") == chance
    chart, path = page.path_panel.plot, page.path_panel
    page.list.selectRow(0)
    idle(window)
    held = page.chosen
    for row in (3, 8):
        chart.read(row)
        told = asked_of(window, offer_on(page, chart))
        point = held.points[row]
        assert value_of(told, "path") == pytest.approx(point.path)
        assert value_of(told, "last_year") == pytest.approx(point.last_year)
        kind = "cumulative" if row < held.elapsed else "required"
        assert value_of(told, kind) == pytest.approx(getattr(point, kind))
    path.toggle.setChecked(True)
    path.table.selectRow(0)
    assert asked_of(window, offer_on(page, path.table))
    view = page.parts.view
    view.setCurrentIndex(view.model().index(0, 1))
    told = asked_of(window, offer_on(page, view))
    assert value_of(told, "low") == pytest.approx(page.tree.whole.value)
    assert value_of(told, "base") == pytest.approx(page.tree.whole.base)
    view.setCurrentIndex(view.model().index(1, 1))
    told = asked_of(window, offer_on(page, view))
    assert value_of(told, "base") == pytest.approx(page.tree.parts[0].base)
    assert value_of(told, "base_share") == pytest.approx(page.tree.parts[0].base_share)
    with qtbot.waitSignal(window.overview.provenance.opened) as opened:
        page.offer.asked.emit(page.offer._here()[0])
    opened.args[0].reject()
    view.setCurrentIndex(view.model().index(len(page.tree.parts) + 1, 1))
    (left,) = asked_of(window, offer_on(page, view)).values()
    assert left == pytest.approx(page.tree.remainder)
