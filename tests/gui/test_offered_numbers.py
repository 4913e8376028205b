"""In the window every number that a page offers to explain is one that can be explained."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.workflow import Office

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own
NOW = datetime(2025, 7, 12, tzinfo=UTC)
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
        assert all(o.number for o in office.accept(office.preview(books)))
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
    return office.trace(number.name, None, through, chosen.vintage)


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
        split, lines = shown.answer.ranked, ranking.list.shown.ranked.lines
        for place in (0, len(lines) - 2, len(lines) - 1):
            ranking.list.setCurrentIndex(ranking.list.model().index(place, 0))
            told = asked_of(window, shown.offers[0])
            assert len(told) >= 6
            value = next(v for name, v in told.items() if name.endswith(".value"))
            part = split.part(lines[place].code) if lines[place].code else None
            part = part or (split.total if place == len(lines) - 1 else split.rest)
            assert value == pytest.approx(part.value)


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
    page, offers = window.pages.outlook, window.pages.outlook.offers
    outlook = window.pages.overview.forecaster.of(window.pages.overview.forecaster.overview)
    for offer in offers[:4]:
        assert not offer._here()
        if not offer._widget.model().rowCount():
            continue
        offer._widget.selectRow(0)
        told = asked_of(window, offer, few=1)
        assert told
        assert None not in told.values()
    flows = asked_of(window, offers[0], few=1)
    assert flows["outlook:exports.median"] == pytest.approx(outlook.exports.band.median)
    assert asked_of(window, offers[1]) == {"outlook:target:1.chance": outlook.chances[0].chance}
    assert page.offers[0].lang is window.session.language


def test_targets_in_force(window, idle, qtbot):
    window.show_page("targets")
    idle(window)
    page = window.pages.targets
    for place, held in enumerate(page.standing):
        page.list.selectRow(place)
        told = asked_of(window, page.offer)
        number = held.target.number
        assert told[f"target:{number}.cumulative"] == pytest.approx(held.cumulative)
    with qtbot.waitSignal(window.overview.provenance.opened) as opened:
        page.offer.asked.emit(page.offer._here()[0])
    opened.args[0].reject()
