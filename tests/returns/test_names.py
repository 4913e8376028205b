"""Names: a catalogue's, else what was decided for the sender, else a question; nothing guessed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.catalogue import items, markets
from desktop.figures.directions import (
    LEAVE_OUT,
    Directions,
    Knowledge,
    NameDecision,
    NameKind,
)
from desktop.figures.names import name_key
from desktop.figures.reading import Ask, NameHow
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns import read_return
from desktop.returns.item_names import bare_name, item_code
from desktop.returns.names import Names
from desktop.returns.suggestions import near
from tests.returns.made import EXPORTS, codes, customs_sheet, monthly_sheet

SAM = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Sâm Ngọc Linh")
ODD = (*EXPORTS, (None, "1. Sâm Ngọc Linh (*)", 3.0, 7.0), (None, "Cà fê rang", None, 2.0))
PARTNERS = (
    (1, "HOA KỲ", "USD", None, 1_500, None, 9_000),
    (None, "Cà phê", "Tấn", 2, 500, 10, 4_000),
    (2, "HQ", "USD", None, 70, None, 300),
    (None, "Cà phê", "Tấn", 1, 30, 2, 60),
    (None, "Hạt lạ", "USD", None, 40, None, 240),
    (3, "ANH", "USD", None, 20, None, 30),
)


def taught(*decisions):
    return Knowledge(decisions)


@pytest.fixture
def read(workbook):
    def read(rows=ODD, knowledge=taught(), directions=Directions(), layout=monthly_sheet):  # noqa: B008 - values that never change
        path = workbook({"XK": lambda sheet: layout(sheet, rows=rows)})
        return read_return(path, knowledge, directions)

    return read


def items_read(reading):
    return {row.item for row in reading.rows}


def test_an_unknown_name_is_asked_and_its_figures_wait(read):
    reading = read()
    sam, coffee = reading.names
    assert (sam.how, sam.kind, sam.flow, sam.label) == (
        NameHow.UNDECIDED, NameKind.ITEM, "export", "Sâm Ngọc Linh",
    )  # fmt: skip
    assert (sam.cells, sam.code, sam.suggestions) == (("B18",), "", ())
    assert coffee.suggestions == ("COFFEE",)
    asked = [q for q in reading.questions if q.ask is Ask.NAME]
    assert [(q.about, q.cell, q.choices, q.flow, q.needed) for q in asked] == [
        ("Sâm Ngọc Linh", "B18", (), "export", True),
        ("Cà fê rang", "B19", ("COFFEE",), "export", True),
    ]
    assert codes(reading) == ["unknown_item", "unknown_item"]
    assert reading.matched == 4


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Nguyên phụ liệu dệt, may, da, giày và các hàng khác chưa phân vào đâu", "TEXAUX"),
        ("Sắt thép và sản phẩm từ sắt thép các loại khác", "STEELPROD"),
        ("Ca phe", "COFFEE"),
    ],
)
def test_of_names_that_a_long_one_holds_the_one_that_says_the_most_is_nearest(label, code):
    assert near(NameKind.ITEM, label, "export")[0] == code


def test_a_decision_gives_the_row_its_figures_and_is_not_asked_again(read):
    reading = read(knowledge=taught(SAM, replace(SAM, label="cà fê RANG", code="COFFEE")))
    assert {r.label: r.value for r in reading.rows if r.item == SAM.code and r.measure == "value"}
    assert [(n.how, n.label, n.code) for n in reading.names] == [
        (NameHow.REMEMBERED, "Sâm Ngọc Linh", SAM.code),
        (NameHow.REMEMBERED, "Cà fê rang", "COFFEE"),
    ]
    assert not [q for q in reading.questions if q.ask is Ask.NAME]
    assert "unknown_item" not in codes(reading)


@pytest.mark.parametrize(
    "other",
    [replace(SAM, sender="CUSTOMS"), replace(SAM, flow="import"),
     replace(SAM, label="Sâm Ngọc Lĩnh"), replace(SAM, kind=NameKind.MARKET)],
)  # fmt: skip
def test_what_others_mean_by_a_name_is_not_meant_here(read, other):
    assert SAM.code not in items_read(read(knowledge=taught(other)))


def test_a_decision_for_both_flows_and_one_for_a_sender_named_by_the_official(read):
    both = replace(SAM, flow="", sender="PORT")
    assert SAM.code in items_read(
        read(knowledge=taught(both), directions=Directions(sender="PORT"))
    )


def test_a_name_that_an_official_made_is_offered_for_one_alike(read):
    rows = (*EXPORTS, (None, "Sâm ngọc lin", None, 1.0))
    assert read(rows, taught(SAM)).names[0].suggestions == (SAM.code,)
    assert read(rows, taught(replace(SAM, sender="CUSTOMS"))).names[0].suggestions == ()


def test_rows_left_out_by_decision_are_counted_and_no_error(read):
    reading = read(knowledge=taught(replace(SAM, code=LEAVE_OUT)))
    assert "left_out_by_decision" in codes(reading)
    (sam, _) = reading.names
    assert (sam.how, sam.code) == (NameHow.REMEMBERED, LEAVE_OUT)
    assert not any("Sâm" in row.label for row in reading.rows)


def test_a_name_is_asked_once_with_all_its_places(read):
    rows = (*EXPORTS, *(((None, "Sâm Lào", None, 1.0), (None, "SÂM LÀO (1)", None, 1.0)) * 3))
    reading = read(rows)
    (seen,) = reading.names
    assert seen.cells == ("B18", "B19", "B20", "B21", "B22", "B23")
    assert codes(reading) == ["unknown_item"]
    assert sum(q.ask is Ask.NAME for q in reading.questions) == 1


def test_an_ambiguous_partner_is_asked_and_its_items_wait_for_it(read):
    reading = read(PARTNERS, layout=customs_sheet)
    assert {r.market for r in reading.rows} == {"US", "GB"}
    assert [(n.kind, n.label, n.cells, n.suggestions) for n in reading.names] == [
        (NameKind.MARKET, "HQ", ("B10",), ("KR",)),
        (NameKind.ITEM, "Hạt lạ", ("B12",), ()),
    ]


def test_other_countries_are_a_partner_like_any(read):
    rows = (*PARTNERS[:2], (3, "CÁC NƯỚC KHÁC", "USD", None, 20, None, 30))
    assert {r.market for r in read(rows, layout=customs_sheet).rows} == {"US", "OTHER"}


def test_a_decided_partner_has_its_items_and_one_left_out_has_none(read):
    partner = NameDecision("CUSTOMS", NameKind.MARKET, "", "HQ", "KR")
    decided = read(PARTNERS, taught(partner), layout=customs_sheet)
    assert {r.item for r in decided.rows if r.market == "KR"} == {"TOTAL", "COFFEE"}
    left = read(PARTNERS, taught(replace(partner, code=LEAVE_OUT)), layout=customs_sheet)
    assert {r.market for r in left.rows} == {"US", "GB"}
    assert {n.label: n.code for n in left.names} == {"HQ": LEAVE_OUT, "Hạt lạ": ""}


def test_a_partner_without_figures_of_its_own_is_asked_where_it_stands(read):
    rows = ((1, "AITLANTIS"), *PARTNERS[1:2], *PARTNERS[5:])
    reading = read(rows, layout=customs_sheet)
    (partner,) = reading.names
    assert (partner.kind, partner.label, partner.cells) == (
        NameKind.MARKET, "AITLANTIS", ("B8",),
    )  # fmt: skip
    assert codes(reading) == ["unknown_market", "beneath_unknown_name"]


@pytest.mark.parametrize(
    ("odd", "kind"),
    [("Hàn Quôc", NameKind.MARKET), ("Xứ sở lạ kỳ", NameKind.MARKET),
     ("Hạt diều nhân", NameKind.ITEM)],
)  # fmt: skip
def test_what_stands_beneath_an_unknown_partner_is_never_the_one_befores(read, odd, kind):
    """Partners in small letters: an unknown one must not lend its items to the one above."""
    rows = (
        (1, "Hoa Kỳ", "USD", None, 1_500, None, 9_000),
        (None, odd, "USD", None, 5, None, 6),
        (None, "Cà phê", "Tấn", 2, 500, 10, 4_000),
        (3, "Anh", "USD", None, 20, None, 30),
    )
    reading = read(rows, layout=customs_sheet)
    assert [(n.kind, n.label) for n in reading.names] == [(kind, odd)]
    assert {r.market for r in reading.rows} == {"US", "GB"}
    beneath = {r.market for r in reading.rows if r.item == "COFFEE"}
    assert beneath == ({"US"} if kind is NameKind.ITEM else set())


def test_an_unknown_name_over_two_rows_is_asked_about_as_a_whole(read):
    rows = (
        *EXPORTS,
        (
            None,
            "Máy chiếu phim",
        ),
        (None, "và linh kiện lạ", None, 1.0),
    )
    assert [n.label for n in read(rows).names] == ["Máy chiếu phim và linh kiện lạ"]
    whole = replace(SAM, label="Máy chiếu phim và linh kiện lạ", code="NEW:Máy chiếu")
    assert whole.code in items_read(read(rows, taught(whole)))


def test_hidden_rows_ask_nothing(workbook):
    def fill(sheet):
        monthly_sheet(sheet, rows=ODD)
        sheet.row_dimensions[18].hidden = True

    reading = read_return(workbook({"XK": fill}))
    assert [name.label for name in reading.names] == ["Cà fê rang"]


_SPELLINGS = st.sampled_from(
    [spelling for spelling, _ in items(Flow.EXPORT).spellings]
    + [spelling for spelling, _ in markets().spellings]
)
_LABELS = st.text("aăâbcdđeêghiíìklmnoôơpqrstuúủưvxyýỳthuỷủàáạ .-()", min_size=1, max_size=12)


@settings(max_examples=40)
@given(_SPELLINGS, st.sampled_from(["NEW:X", LEAVE_OUT, "RICE", "US"]))
def test_no_decision_changes_what_a_catalogues_name_means(label, code):
    decisions = [
        NameDecision("GSO", kind, "", label, code) for kind in (NameKind.ITEM, NameKind.MARKET)
    ]
    names, plain = Names("GSO", decisions), Names()
    for flow in (Flow.EXPORT, Flow.IMPORT):
        if plain.item(label, flow) != UNKNOWN:
            assert names.item(label, flow) == plain.item(label, flow) == item_code(label, flow)
            assert names.remembered(NameKind.ITEM, label, flow.value) == ""
    if plain.market(label) != UNKNOWN:
        assert names.market(label) == plain.market(label)


@settings(max_examples=60)
@given(_LABELS, _LABELS)
def test_labels_of_one_key_share_a_decision_and_others_do_not(one, other):
    names = Names("GSO", [replace(SAM, label=one)])
    alike = {name_key(other), name_key(bare_name(other))}
    decided = names.decided(NameKind.ITEM, other, "export")
    assert decided == (SAM.code if name_key(one) in alike else UNKNOWN)


@pytest.mark.parametrize(
    ("kind", "label", "codes_near"),
    [
        (NameKind.ITEM, "Dua", ()),
        (NameKind.ITEM, "Cà phe", ("COFFEE",)),
        (NameKind.MARKET, "Hàn Quôc", ("KR",)),
        (NameKind.MARKET, "HK", ("US", "HK")),
        (NameKind.PROVINCE, "Thừa Thiên Hué", ("TP. Huế",)),
    ],
)
def test_near_names_are_offered_as_codes(kind, label, codes_near):
    offered = near(kind, label, "export" if kind is NameKind.ITEM else "")
    assert len(offered) <= 3
    assert set(codes_near) <= set(offered)


@pytest.mark.parametrize("label", ["Dua", "Gao", "Hat dieu", "Ca", "Cả phê", "Gảo", "Chê"])
def test_a_name_that_is_only_alike_without_its_diacritics_is_never_taken(label):
    assert Names().item(label, Flow.EXPORT) == UNKNOWN
