"""No page walks through the whole history: what each asks is planned by the server itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from sqlalchemy import ARRAY, Engine, Integer, event, literal_column

from desktop.archive import copying, sharing
from desktop.archive.frames import Register
from desktop.archive.numbering import SPOKEN
from desktop.archive.precedence import leaving, withdrawn
from desktop.archive.shelves import shelf
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.places import sample
from desktop.figures.series import NATIONAL, Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.vintage import Vintage
from desktop.returns import read_return
from desktop.workflow import YearAsked
from tests.benchmarks.office.pages import BOOKS, DAY, moved
from tests.servers.growing import Growth
from tests.servers.loading import load
from tests.servers.questions import AS_OF, PAGES, PROVINCE, TARGETS, office_at
from tests.servers.templates import templates

pytestmark = pytest.mark.slow

FIGURES = 700_000
AT_ONCE = 100
"""So many pages of a small province's partition may be read instead of looked up in."""


@pytest.fixture(scope="module")
def grown(server):
    """Give an archive of twenty years and all provinces, of every sixth series."""
    address = server.archive()
    load(address, Growth(FIGURES, source=templates(every=6), at_least=20))
    with office_at(address) as office:
        office.change_targets(TARGETS)
    with psycopg.connect(address, autocommit=True) as plain:
        plain.execute("ANALYZE")
    return address


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give each step of a plan."""
    yield plan
    for beneath in plan.get("Plans", ()):
        yield from nodes(beneath)


@pytest.fixture
def asked():
    """Collect every question about figures that is asked, with its values."""
    questions: list[tuple[str, Any]] = []

    def note(_connection, _cursor, statement, values, *_):
        figures = statement.startswith("SELECT") and "figures" in statement
        if figures or statement.startswith("SET LOCAL"):
            questions.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield questions
    event.remove(Engine, "before_cursor_execute", note)


def planned(plain, statement, values, how):
    """Give the plan of a question; what is set for those behind it is set, and has none."""
    if statement.startswith("SET"):
        plain.execute(statement)
        return []
    return plain.execute(f"EXPLAIN ({how}) {statement}", values).fetchone()[0]


def walked(address, asked):
    """Name the tables of more than a few pages that questions read from end to end."""
    with psycopg.connect(address) as plain:
        plain.execute("SET random_page_cost = 1.1")  # a disk without arms, as docs/office.md has it
        sizes = dict(plain.execute("SELECT relname, relpages FROM pg_class").fetchall())
        plans = [plan for q, v in asked for plan in planned(plain, q, v, "FORMAT JSON")]
    steps = [step for plan in plans for step in nodes(plan["Plan"])]
    every = {step["Relation Name"] for step in steps if step["Node Type"] == "Seq Scan"}
    return {name for name in every if sizes[name] > AT_ONCE}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_walks_through_the_history(grown, asked, page):
    with office_at(grown) as office:
        assert PAGES[page](office) is not None
    assert not [name for name in walked(grown, asked) if "figures" in name]


def test_what_counts_no_more_makes_no_question_harder_to_plan(grown, asked, monkeypatch):
    def ms(numbers):
        monkeypatch.setattr(Register, "uncounted", lambda *_: numbers)
        asked.clear()
        with office_at(grown) as office, psycopg.connect(grown) as plain:
            assert PAGES["a target by province"](office) is not None
            return sum(min(took(plain, *one) for _ in range(3)) for one in asked)

    def took(plain, *one):
        return sum(p["Planning Time"] for p in planned(plain, *one, "SUMMARY, FORMAT JSON"))

    assert ms([*range(1, 91)]) < 3 * ms([])


@pytest.mark.parametrize(("name", "place", "province"), BOOKS)
def test_no_import_walks_through_the_history(grown, asked, name, place, province):
    told = moved(read_return(sample(*place)), 0, province)
    with office_at(grown) as office:
        found = office.archive.compare(replace(told, name=name), DAY)
    assert found.new + len(found.changed) + found.same + found.older
    assert asked
    assert not [name for name in walked(grown, asked) if "figures" in name]


@pytest.mark.parametrize("whose", [NATIONAL, PROVINCE])
@pytest.mark.parametrize("split", [False, True])
def test_all_years_of_a_series_are_found_without_a_walk(grown, asked, whose, split):
    """What is split by item and by market stands in no index of series."""
    which = "SELECT item, market FROM series WHERE detail = %s ORDER BY id LIMIT 1"
    with psycopg.connect(grown) as plain:
        item, market = plain.execute(which, (shelf(whose, split=split),)).fetchone()
    wanted = {"items": (item,), "markets": (market,), "provinces": (whose,)}
    with office_at(grown) as office:
        found = office.archive.figures(every_release=True, **wanted)
    assert len(set(found["period_end"])) > MONTHS_PER_YEAR
    assert asked
    assert not [name for name in walked(grown, asked) if "figures" in name]


def test_what_counts_no_more_and_what_waits_are_found_among_all_returns(grown, tmp_path):
    """Asked before and after every import, of hundreds of returns for each year."""
    sharing.set_up(grown, tmp_path)
    with psycopg.connect(grown) as plain:
        drafts = "SELECT prosrc FROM pg_proc WHERE proname = 'archive_drafts'"
        (waiting,) = plain.execute(drafts).fetchone()
        (count,) = plain.execute("SELECT count(*) FROM returns").fetchone()
    said = withdrawn().compile(dialect=SPOKEN, compile_kwargs={"literal_binds": True})
    assert count > 5000
    assert walked(grown, [(waiting, ()), (str(said), ())]) == set()


def test_a_return_is_taken_back_without_a_walk_through_what_is_shown(grown, asked):
    """Nor is what that would change, which is told before."""
    with psycopg.connect(grown) as plain:
        (number,) = plain.execute("SELECT max(return_id) FROM figures").fetchone()
        on = "SELECT array_agg(DISTINCT detail)::text FROM figures WHERE return_id = %s"
        (shelves,) = plain.execute(on, (number,)).fetchone()
    told = literal_column(str(number), Integer), literal_column(f"'{shelves}'", ARRAY(Integer))
    written = [
        str(one.compile(dialect=SPOKEN, compile_kwargs={"literal_binds": True}))
        for one in leaving("postgresql", *told)
    ]
    with office_at(grown) as office:
        assert office.archive.undoing(number).changed
    every = [*asked, *((one, ()) for one in written)]
    assert not [name for name in walked(grown, every) if "figures" in name]


def test_an_overview_asks_for_few_years_and_says_what_all_would(grown, monkeypatch):
    with office_at(grown) as office:
        asked = [(year, day) for year in (None, 2024, 2016) for day in (None, AS_OF)]
        few = [office.overview(YearAsked(year, vintage=Vintage(day))) for year, day in asked]
        standing = office.standing_targets()
        monkeypatch.setattr(office, "_bounded_figures", lambda *_: None)
        assert few == [
            office.overview(YearAsked(year, vintage=Vintage(day))) for year, day in asked
        ]
        assert standing == office.standing_targets()
        assert len(standing) == len(TARGETS.added)


def test_the_parts_of_a_target_ask_for_their_bases_and_say_what_all_years_would(grown, monkeypatch):
    by_province = Split(SplitBy.PROVINCE)
    wholes = [
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 450e9, 450e9),
        Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2024, 9e9, 9e9, first_month=7),
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2020, 9e11, 9e11, months=24, base_as_of=AS_OF),
    ]
    with office_at(grown) as office:
        few = [office.target_tree(whole, by_province) for whole in wholes]
        frames = office._target_frames
        monkeypatch.setattr(
            office, "_target_frames", lambda own, vintage, parts: frames([*own, *parts], vintage)
        )
        assert few == [office.target_tree(whole, by_province) for whole in wholes]
    assert [len([part for part in tree.parts if part.base]) for tree in few] == [30, 30, 30]


def test_what_was_grown_is_what_would_have_been_imported(grown):
    assert copying.check(grown) == []
