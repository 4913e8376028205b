"""What colleagues do shows on every open window by itself, with who did it; a lost server too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget

from desktop.figures.directions import NameDecision, NameKind
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.phasing import BY_SEASON, PathWish, Phasing
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.gui.forecasting import Forecaster
from desktop.gui.hearing import Colleagues
from desktop.gui.knowing import Knowing
from desktop.gui.memory import Memory
from desktop.gui.scenarios.errand import ScenarioErrand
from desktop.gui.session import Session
from desktop.gui.targets.changing import TargetChanging
from desktop.gui.targets.path_keeping import PathKeeping
from desktop.gui.targets.phasing import PathEditing
from desktop.gui.targets.phasing_panel import Seasons
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import Tone
from desktop.workflow import Office
from desktop.workflow.pathing import about
from tests.archive.made import reading, row, store
from tests.servers.pooled import pool, straight

pytestmark = pytest.mark.slow

NOW = datetime(2025, 7, 12, 12, tzinfo=UTC)


@pytest.fixture(params=["file", "server"])
def location(request, tmp_path):
    """Give the place of an empty archive, of either engine."""
    if request.param == "file":
        return str(tmp_path / "archive.sqlite3")
    return request.getfixturevalue("server").archive()


@pytest.fixture
def desk(qtbot, settings):
    """Give what opens a desk of an official on an archive: the office and what it hears."""
    opened = []

    def sit_down(location, user):
        office = Office(location, clock=lambda: NOW, user=user, desk=f"PC of {user}")
        session = Session(lambda: office, Memory(settings), "en", ThemeChoice.LIGHT)
        colleagues = Colleagues(session)
        opened.append((office, session, colleagues))
        colleagues.failed.connect(lambda said, trace: pytest.fail(f"{said}\n{trace}"))
        return office, session, colleagues

    yield sit_down
    for office, session, colleagues in opened:
        colleagues.stop()
        session.close()
        office.close()


def _listening(qtbot, office, colleagues):
    office.archive.changes  # noqa: B018 - opened before anybody listens
    colleagues.listen()
    thread = colleagues._thread
    qtbot.waitUntil(lambda: thread._last is not None)


def test_an_import_of_a_colleague_redraws_and_says_who(qtbot, desk, location):
    ours, session, colleagues = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    _listening(qtbot, ours, colleagues)
    with (
        qtbot.waitSignal(session.archive_changed),
        qtbot.waitSignal(colleagues.said) as said,
    ):
        workbook = reading(row(1), name="Biểu T6.xlsx")
        store(theirs.archive, workbook, NOW.date(), at=NOW, by="Minh")
    assert said.args[0].sentence == "Minh imported Biểu T6.xlsx."


def test_what_one_did_oneself_is_not_told_again(qtbot, desk, location):
    ours, _, colleagues = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    _listening(qtbot, ours, colleagues)
    heard = []
    colleagues.said.connect(lambda message: heard.append(message.sentence))
    store(ours.archive, reading(row(1), name="own.xlsx"))
    with qtbot.waitSignal(colleagues.said):
        theirs.archive.withdraw(1, at=NOW, by="Minh")
    assert heard == ["Minh undid the import of own.xlsx."]


def test_a_pool_that_passes_no_news_on_is_told_once_and_news_are_shown(qtbot, desk, server):
    with pool(server, "transaction") as address:
        ours, session, colleagues = desk(address, "Lan")
        theirs, _, _ = desk(straight(server, address), "Minh")
        with qtbot.waitSignal(colleagues.said) as said:
            _listening(qtbot, ours, colleagues)
        assert said.args[0].sentence.startswith("The pool of connections before the server passes")
        with qtbot.waitSignal(session.archive_changed):
            store(theirs.archive, reading(row(1), name="b"))
        session.close()
        ours.close()


def test_who_overwrites_what_a_colleague_set_meanwhile_is_asked_first(qtbot, desk, location):
    """Lan opens the dialog; Minh sets 13 %; Lan's 14 % waits until she says that it is meant so."""
    ours, session, colleagues = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    changing = TargetChanging(session)
    _listening(qtbot, ours, colleagues)
    seen = session.heard or 0
    with qtbot.waitSignal(colleagues.said):
        theirs.set_target(growth_of(0.13))
    with qtbot.waitSignal(changing.said) as said:
        changing.put(growth_of(0.14), seen)
    assert said.args[0].sentence.startswith("Minh changed the target of Exports")
    assert [t.low for t in ours.targets()] == [0.13]
    with qtbot.waitSignal(session.undo_history.did):
        said.args[0].pressed()
    assert [t.low for t in ours.targets()] == [0.13, 0.14]


def overtaken(qtbot, session, keep, kept):
    """Hold that what a colleague did is told first, nothing kept; and kept where it is meant."""
    with qtbot.waitSignal(session.said) as said:
        keep()
    message = said.args[0]
    assert message.sentence.startswith("Minh ")
    assert message.button == "It is meant so"
    assert kept() == "Minh's"
    message.pressed()
    qtbot.waitUntil(lambda: kept() == "Lan's")


def test_a_path_that_a_colleague_chose_meanwhile_is_seen_first(qtbot, desk, location):
    ours, session, _ = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    editing = PathEditing(session, PathKeeping(session))
    found = Seasons(Month(2025, 1), 12, {}, BY_SEASON)
    seen = ours.changes
    scope = growth_of(0.1).scope
    linear = PathWish(Phasing.LINEAR)
    theirs.choose_path(about(scope, found.start, 12, linear))
    names = {linear: "Minh's", BY_SEASON: "Lan's"}
    overtaken(
        qtbot, session,
        lambda: editing._keep(scope, found, BY_SEASON, seen),
        lambda: names[ours.path_wish(scope, found.start)],
    )  # fmt: skip


def test_a_scenario_that_a_colleague_changed_meanwhile_is_seen_first(qtbot, desk, location):
    ours, session, _ = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    errand = ScenarioErrand(session, Forecaster(session))
    with qtbot.waitSignal(errand.listed):
        errand.refresh()
    made = Scenario("US 46%", Month(2025, 8), (Shock(market="US", volume=-0.2),), "Lan's")
    theirs.keep_scenario(replace(made, note="Minh's"))
    overtaken(
        qtbot, session,
        lambda: errand.keep(made, "", errand.seen),
        lambda: ours.scenarios()[0].note,
    )  # fmt: skip


def test_a_name_that_a_colleague_decided_meanwhile_is_seen_first(qtbot, desk, location):
    """The dialog's list is of before; it shows what stands now, and Lan may keep hers then."""
    ours, session, _ = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    window = QWidget()
    qtbot.addWidget(window)
    knowing = Knowing(session, window)
    told = []
    knowing.said.connect(told.append)
    name = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Lan's")
    with qtbot.waitSignal(session.undo_history.did):
        knowing._decide(replace(name, label="Sâm đá"))
    theirs.decide([replace(name, code="NEW:Minh's")])
    knowing._decide(name)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].sentence.startswith("Minh decided otherwise")
    assert [d.code for d in ours.decisions()] == ["NEW:Minh's", "NEW:Lan's"]
    with qtbot.waitSignal(session.undo_history.did):
        told[1].pressed()
    assert [d.code for d in ours.decisions()] == ["NEW:Lan's", "NEW:Lan's"]


def test_undoing_ones_own_names_leaves_those_of_a_colleague(qtbot, desk, location):
    ours, session, _ = desk(location, "Lan")
    theirs, _, _ = desk(location, "Minh")
    window = QWidget()
    qtbot.addWidget(window)
    knowing = Knowing(session, window)
    name = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Lan's")
    with qtbot.waitSignal(session.undo_history.did):
        knowing._decide(name)
    theirs.decide([replace(name, label="Sâm đá", code="NEW:Minh's")])
    history = session.undo_history
    for turn, left in ((history.undo, ["Minh's"]), (history.redo, ["Lan's", "Minh's"])):
        turn()
        qtbot.waitUntil(
            lambda left=left: sorted(d.code for d in ours.decisions()) == [f"NEW:{n}" for n in left]
        )
        qtbot.waitUntil(lambda: not (session.jobs.busy or session.theme.dressing.busy))


def growth_of(share):
    return Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, share, share)


def test_another_reason_why_the_archive_is_out_of_reach_is_told_as_well(
    qtbot, settings, monkeypatch
):
    """A server that was stopped may come back with a certificate that has run out."""
    monkeypatch.setattr("desktop.gui.hearing._PAUSE_MS", 1)
    gone, busy, old = "archive_server_gone", "archive_busy", "archive_certificate_date"
    left = [gone, gone, busy, gone, old, old]

    def out_of_reach():
        code = left.pop(0) if left else old
        raise Refused(Finding(Severity.ERROR, code, about="a"))

    colleagues = Colleagues(Session(out_of_reach, Memory(settings), "en", ThemeChoice.LIGHT))
    said = []
    colleagues.said.connect(said.append)
    colleagues.listen()
    qtbot.waitUntil(lambda: not left and len(said) > 1)
    colleagues.stop()
    colleagues._session.close()
    assert ["does not answer" in one.sentence for one in said] == [True, False]
    assert "is not valid today" in said[1].sentence


def test_a_lost_server_is_told_and_found_again_by_itself(qtbot, server, desk, monkeypatch):
    monkeypatch.setattr("desktop.gui.hearing._PAUSE_MS", 200)
    location = server.archive()
    name = location.rpartition("/")[2]
    ours, session, colleagues = desk(location, "Lan")
    _listening(qtbot, ours, colleagues)
    with qtbot.waitSignal(colleagues.said) as said:
        server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'")
    assert colleagues.lost
    assert said.args[0].tone is Tone.WARN
    with qtbot.waitSignal(session.archive_changed):
        server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert not colleagues.lost
