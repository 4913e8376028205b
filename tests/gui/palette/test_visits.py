"""The way back and forward, and a visit as a link."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.gui.palette.links import is_link, link_of, strangers_in, visit_of
from desktop.gui.palette.visits import History, Visit
from desktop.gui.session import Focus
from desktop.workflow import YearAsked

pytestmark = pytest.mark.slow

PAGES = ("overview", "markets", "sectors")
JUNE = YearAsked(2025, Month(2025, 6))
days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
moments = st.integers(0, 2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
vintages = st.builds(Vintage, st.none() | days, st.booleans(), st.none() | days | moments)
months = st.builds(Month, st.integers(2000, 2030), st.integers(1, 12))
selections = st.one_of(
    st.builds(YearAsked, st.none() | st.integers(2000, 2030), st.none(), vintages),
    st.builds(lambda m, v: YearAsked(m.year, m, v), months, vintages),
)
focuses = st.builds(
    Focus, st.sampled_from(["", "US", "DE", "NEW:Côte d&Or"]),
    st.sampled_from(["", "COFFEE", "NEW:Sâm = 100 %"]),
)  # fmt: skip
visits = st.builds(Visit, st.sampled_from(PAGES), selections, focuses)


@given(st.lists(visits, max_size=8))
def test_back_and_forward_undo_each_other(seen):
    history = History()
    for visit in seen:
        history = history.visited(visit)
    assert history.now == (seen[-1] if seen else None)
    if history.has_before:
        assert history.back().forward() == history
    assert not history.has_after
    first = history
    for _ in seen:
        first = first.back()
    assert first.now == (seen[0] if seen else None)
    assert first.back() == first


def test_a_new_visit_forgets_what_was_gone_back_from():
    one, two, three = (Visit(page) for page in PAGES)
    history = History().visited(one).visited(two).back().visited(three)
    assert history.visits == (one, three)
    assert history.forward() == history


def test_the_same_again_is_no_visit_and_the_oldest_are_forgotten():
    history = History().visited(Visit("overview"))
    assert history.visited(Visit("overview")) is history
    for year in range(1900, 2030):
        history = history.visited(Visit("markets", YearAsked(year)))
    assert len(history.visits) == 100
    assert history.now == Visit("markets", YearAsked(2029))


def test_a_link_reads_as_one_would_write_it():
    visit = Visit("markets", JUNE, Focus("US"))
    assert link_of(visit) == "export-tracker://markets?through=2025-06&market=US"
    assert link_of(Visit("overview")) == "export-tracker://overview"


@given(visits)
def test_a_link_leads_where_it_was_copied(visit):
    assert visit_of(link_of(visit), PAGES) == visit
    assert visit_of(f" <{link_of(visit)}>\r\n", PAGES) == visit


@pytest.mark.parametrize(
    "text",
    [
        "export-tracker://nowhere", "export-tracker:markets", "export-tracker://",
        "export-tracker://markets?through=2025-13", "export-tracker://markets?year=x",
        "export-tracker://markets?year=0", "export-tracker://markets?as-of=soon",
        "export-tracker://[markets", "export-tracker://markets?market", "https://markets",
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told(text):
    assert visit_of(text, PAGES) is None


def test_a_market_and_an_item_that_nobody_knows_here_are_passed_over_and_named():
    link = "export-tracker://markets?market=ZZ&item=COFFEE&month=2025-04"
    assert visit_of(link, PAGES) == Visit("markets", focus=Focus("", "COFFEE", Month(2025, 4)))
    assert strangers_in(link) == ("ZZ",)
    assert strangers_in(link_of(Visit("markets", focus=Focus("US", "MARD/FISHERY")))) == ()
    assert strangers_in("export-tracker://[markets") == ()


def test_what_a_newer_version_added_is_passed_over():
    link = "export-tracker://markets?market=US&shade=growth"
    assert visit_of(link, PAGES) == Visit("markets", focus=Focus("US"))


@given(st.text())
def test_any_text_is_read_or_not_and_never_fails(text):
    assert visit_of(text, PAGES) is None or is_link(text)
    visit_of("export-tracker://markets?" + text, PAGES)
