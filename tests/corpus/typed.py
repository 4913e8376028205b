"""The same tables as other hands type them: slips, numbers as text, columns and lines added."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random

from desktop.figures.catalogue import items
from desktop.figures.series import TOTAL, Flow, Ownership
from desktop.returns import headings, titles
from desktop.returns.text import folded
from desktop.returns.units import units
from tests.corpus.books import Book, Leaf, Place, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, opened, pairs, same

# ---- slips -------------------------------------------------------------------------------------

_SLIPS = (
    ("Thực hiện", ("Thưc hiên", "Thục hiện", "Thực hiên", "Thực hện", "Thựchiện", "Thực  hiện")),
    (
        "Ước tính",
        ("Uớc tính", "Ứơc tính", "Ước  tính", "Ướctính", "Ước tín", "ước tinh", "Ước tímh"),
    ),
    ("Cộng dồn", ("Công dồn", "Cộng đồn", "Cộngdồn", "Cộng don")),
    ("tháng", ("thang", "thàng", "thánh", "thág", "tháng ", "thảng", "thnág")),
    ("năm", ("nam", "nắm", "Năm", "nâm")),
    ("so với", ("so vơi", "sovới", "so vói", "So với")),
    ("cùng kỳ", ("cùng kì", "cùngkỳ", "cung kỳ", "cùng  kỳ")),
    ("Sơ bộ", ("Sơ bô", "So bộ", "Sơbộ")),
    ("Lượng", ("Luợng", "Lương", "Lựơng", "LƯỢNG")),
    ("Trị giá", ("Tri giá", "Trị gía", "Trịgiá", "Trị giá ")),
)


def slips(book: Book, chance: Random) -> Change:
    """A slip in every heading."""
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            if titles.title(text) and not headings.read(text).number:
                continue
            known = [(w, ways) for w, ways in _SLIPS if w in text]
            if known:
                word, ways = chance.choice(known)
                leaf.cells[place] = text.replace(word, chance.choice(ways), 1)
    return same


def glued(book: Book, _: Random) -> Change:
    """Words and numbers without the blank between them."""
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            if headings.read(text).span is not headings.Span.NONE:
                leaf.cells[place] = re.sub(r"\b(tháng|năm|quý) ", r"\1", text)
    return same


# ---- numbers -----------------------------------------------------------------------------------


def _numbers(leaf: Leaf) -> list[Place]:
    columns, rows = set(leaf.value_columns), set(leaf.data_rows)
    return [
        p for p, v in leaf.cells.items()
        if p[0] in rows and p[1] in columns and isinstance(v, float)
    ]  # fmt: skip


def _written(value: float, thousands: str, point: str, least: int = 0) -> str:
    number = Decimal(repr(value))
    digits = max(least, -int(number.as_tuple().exponent)) if number % 1 else least
    plain = f"{number:,.{digits}f}"
    return plain.translate(str.maketrans({",": thousands, ".": point}))


def as_text(name: str, thousands: str, point: str, share: float, least: int = 0) -> Variant:
    """Numbers that stand as text, all of them or some."""

    def variant(book: Book, chance: Random) -> Change:
        for leaf in book.tables:
            for place in _numbers(leaf):
                value = leaf.cells[place]
                if isinstance(value, float) and chance.random() < share:
                    leaf.cells[place] = _written(value, thousands, point, least)
        return same

    variant.__name__ = name
    return variant


def marks_for_nothing(book: Book, chance: Random) -> Change:
    """Dashes, dots and blanks where nothing is printed."""
    for leaf in book.tables:
        for row in leaf.data_rows:
            for column in leaf.value_columns:
                if (row, column) not in leaf.cells:
                    mark = chance.choice(("-", "…", "...", " ", "\u00a0", "–", "x", "''", "- "))
                    leaf.cells[row, column] = mark.replace("''", "")
        leaf.cells = {p: v for p, v in leaf.cells.items() if v != ""}
    return same


def counted_in(money: str, weight: str, by: int) -> Variant:
    """Values and quantities in units a thousand times smaller."""

    def variant(book: Book, _: Random) -> Change | None:
        for leaf in book.tables:
            notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
            if len(notes) != 1 or len({r.flow for r in leaf.figures}) > 1:
                return None
            leaf.cells[notes[0]] = f"{weight}; {money}"
            for row in leaf.figures:
                was = place_of(row)
                place = leaf.rows.get(was[0], was[0]), leaf.columns.get(was[1], was[1])
                value = leaf.cells[place]
                if row.unit not in {"index", "pcs"} and isinstance(value, float):
                    power = by if row.unit == "USD" else 3
                    leaf.cells[place] = float(Decimal(repr(value)).scaleb(power))
        return same

    variant.__name__ = "units_" + folded(f"{weight} {money}").replace(" ", "_")
    return variant


# ---- columns -----------------------------------------------------------------------------------


def numbered_columns(book: Book, chance: Random) -> Change:
    """A line of column numbers beneath the headings: A, B, 1, 2, 3."""
    for leaf in book.tables:
        first = leaf.data_rows[0]
        opened(leaf, rows=[first - 1])
        row = leaf.data_rows[0] - 1
        way: Callable[[int], str | float] = chance.choice(
            (
                float,
                lambda n: f"({n})",
                str,
                lambda n: f"({n})=({n - 1})/2",
            )
        )
        for number, column in enumerate(leaf.value_columns, start=1):
            leaf.cells[row, column] = way(number)
        leaf.cells[row, 1] = "A"
    return same


def running_numbers(book: Book, _: Random) -> Change:
    """A column of running numbers before the names."""
    for leaf in book.tables:
        leaf.move(lambda row: row, lambda column: column + 1)
        top = min(r for (r, c), v in leaf.cells.items() if c >= leaf.value_columns[0])
        leaf.cells[heading_rows(leaf)[0] if heading_rows(leaf) else top, 1] = "STT"
        for number, row in enumerate(leaf.data_rows, start=1):
            leaf.cells[row, 1] = float(number)
    return same


def added(name: str, words: str, numbers: Callable[[Random], float]) -> Variant:
    """One more pair of columns, which is none of ours, somewhere among the others."""

    def variant(book: Book, chance: Random) -> Change | None:
        for leaf in book.tables:
            rows = heading_rows(leaf)
            groups = pairs(leaf)
            if not rows or any(
                a.right > b for a in leaf.merged for _, b in groups
                if a.top in rows and a.left <= b < a.right
            ):  # fmt: skip
                return None
            after = chance.choice(groups)[1]
            opened(leaf, columns=[after])
            opened(leaf, columns=[after + 1])
            named = next(
                r for r in range(leaf.data_rows[0] - 1, 0, -1)
                if any(
                    headings.measure(str(leaf.cells.get((r, c), ""))) for c in leaf.value_columns
                )
            )  # fmt: skip
            now = max(r.period_end for r in leaf.figures)
            month, year = now % 12 + 1, now // 12
            leaf.cells[rows[0], after + 1] = words.format(
                m=month, y=year, before=(month - 2) % 12 + 1
            )
            leaf.cells[named, after + 1], leaf.cells[named, after + 2] = "Lượng", "Trị giá"
            for row in leaf.data_rows:
                leaf.cells[row, after + 1] = numbers(chance)
                leaf.cells[row, after + 2] = numbers(chance)
        return same

    variant.__name__ = name
    return variant


def _share(chance: Random) -> float:
    return round(chance.uniform(0, 100), 1)


def _change(chance: Random) -> float:
    return round(chance.uniform(60, 150), 1)


def units_in_measures(book: Book, _: Random) -> Change | None:
    """Units within the words over the columns: "Trị giá (Triệu USD)", none above the table."""
    for leaf in book.tables:
        notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
        if len(notes) != 1:
            return None
        del leaf.cells[notes[0]]
        growth = {c for a, b in pairs(leaf) for c in range(a, b + 1) if _is_growth(leaf, a)}
        for place, text in list(leaf.heads()):
            said = headings.measure(text)
            if said and headings.read(text).span is headings.Span.NONE and place[1] not in growth:
                unit = "Nghìn tấn" if said.value == "quantity" else "Triệu USD"
                leaf.cells[place] = f"{text} ({unit})"
    return same


def _is_growth(leaf: Leaf, column: int) -> bool:
    return any(
        r.unit == "index" for r in leaf.figures
        if leaf.columns.get(place_of(r)[1], place_of(r)[1]) == column
    )  # fmt: skip


# ---- lines -------------------------------------------------------------------------------------


def letterhead(book: Book, _: Random) -> Change:
    """The office's name, the document's number and its day above the table; signatures beneath."""
    for leaf in book.tables:
        leaf.move(lambda row: row + 5, lambda column: column)
        right = leaf.value_columns[-1]
        leaf.cells |= {
            (1, 1): "TỔNG CỤC THỐNG KÊ", (1, right): "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            (2, 1): "Số: 123/BC-TCTK", (2, right): "Độc lập - Tự do - Hạnh phúc",
            (3, 1): "(Kèm theo báo cáo số 15/BC ngày 28 tháng 3 năm 2013)",
            (4, 1): "Biểu số 08/TM",
        }  # fmt: skip
        last = max(r for r, _ in leaf.cells)
        leaf.cells |= {
            (last + 2, 1): "Nguồn: Tổng cục Hải quan",
            (last + 3, right - 1): "Hà Nội, ngày 29 tháng 3 năm 2013",
            (last + 4, 1): "Người lập biểu", (last + 4, right - 1): "VỤ TRƯỞNG",
        }  # fmt: skip
    return same


def page_breaks(book: Book, chance: Random) -> Change | None:
    """Title and headings once more in the middle of the rows, as each printed page has them."""
    for leaf in book.tables:
        head = sorted({p[0] for p, _ in leaf.heads()})
        left = leaf.value_columns[0]
        if not heading_rows(leaf) or len({r.flow for r in leaf.figures}) > 1:
            return None
        lines = list(range(heading_rows(leaf)[0], leaf.data_rows[0]))
        body = [r for r in leaf.data_rows if r - 1 in leaf.data_rows and r + 1 in leaf.data_rows]
        at = chance.choice(body[len(body) // 3 :])
        title = next(t for _, t in sorted(leaf.heads()) if titles.title(t))
        extra = len(lines) + 1
        cells = {
            p: v for p, v in leaf.cells.items() if p[0] in lines and (p[1] >= left or p[0] in head)
        }
        merged = [a for a in leaf.merged if a.top in lines and a.bottom in lines]
        leaf.move(_down(at, extra), lambda column: column)
        down = at + 2 - lines[0]
        leaf.cells[at + 1, 1] = f"(Tiếp theo) {title}"
        leaf.cells |= {(r + down, c): v for (r, c), v in cells.items()}
        leaf.merged += [a._replace(top=a.top + down, bottom=a.bottom + down) for a in merged]
    return same


def _down(at: int, extra: int) -> Callable[[int], int]:
    return lambda row: row + extra if row > at else row


def one_sheet(book: Book, _: Random) -> Change | None:
    """Imports beneath exports on one sheet."""
    if len(book.tables) != 2:
        return None
    first, second = book.tables
    if any(len({r.flow for r in leaf.figures}) > 1 for leaf in book.tables):
        return None
    if not _may_stack(first, second):
        return None
    down = max(r for r, _ in first.cells) + 3
    second.move(lambda row: row + down, lambda column: column)
    first.cells |= second.cells
    first.formats |= second.formats
    first.merged += second.merged
    first.hidden_rows |= second.hidden_rows
    for leaf in (first, second):
        leaf.hidden_columns = []
    second.cells, second.fonts, second.formats = {}, {}, {}
    names = {second.name: first.name}
    second.merged = []
    second.name = names[second.name]
    book.leaves = [leaf for leaf in book.leaves if leaf is not second] + [second]
    return same


def _may_stack(first: Leaf, second: Leaf) -> bool:
    def hidden(leaf: Leaf) -> set[int]:
        return {c for a, b in leaf.hidden_columns for c in range(a, min(b, 60) + 1)}

    return not (hidden(first) | hidden(second)) & {*first.value_columns, *second.value_columns}


# ---- names -------------------------------------------------------------------------------------

_DOMESTIC = ("KV kinh tế trong nước", "Khu vực DN trong nước", "Khu vực kinh tế trong nước",
             "Doanh nghiệp trong nước", "KVKT trong nước", "Khu vực 100% vốn trong nước",
             "Khu vực doanh nghiệp có vốn trong nước", "DN 100% vốn trong nước",
             "Các doanh nghiệp trong nước")  # fmt: skip
_FOREIGN = ("Khu vực có vốn ĐTNN", "Khu vực FDI", "KV có vốn đầu tư nước ngoài", "Doanh nghiệp FDI",
            "Khu vực có vốn đầu tư trực tiếp nước ngoài", "DN có vốn ĐTNN", "Khu vực vốn ĐTNN",
            "Khu vực có vốn ĐT nước ngoài", "Khu vực đầu tư nước ngoài",
            "Khu vực có vốn đầu tư NN (kể cả dầu thô)", "Doanh nghiệp có vốn ĐT trực tiếp NN",
            "KV có vốn ĐTTTNN")  # fmt: skip
_TOTALS = ("TỔNG SỐ", "Tổng cộng", "Tổng trị giá", "TỔNG KIM NGẠCH", "Tổng trị giá {way}",
           "Tổng kim ngạch {way}", "TỔNG TRỊ GIÁ {WAY} HÀNG HÓA", "Tổng kim ngạch {way} hàng hoá",
           "Tổng giá trị {way}", "A. TỔNG SỐ", "I. Tổng kim ngạch", "Tổng", "Trị giá {way}",
           "Kim ngạch {way}", "Tổng mức {way}", "Tổng giá trị kim ngạch {way} hàng hóa",
           )  # fmt: skip


def sector_names(book: Book, chance: Random) -> Change:
    """Totals and sectors under other names."""
    for leaf in book.tables:
        by_row = {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}
        for place, text in list(leaf.labels()):
            row = by_row[place[0]]
            way = "xuất khẩu" if row.flow == Flow.EXPORT else "nhập khẩu"
            if row.item != TOTAL or "\n" in text:
                continue
            names: Sequence[str] = {Ownership.ALL: _TOTALS, Ownership.FDI: _FOREIGN,
                     Ownership.DOMESTIC: _DOMESTIC}[Ownership(row.ownership)]  # fmt: skip
            leaf.cells[place] = chance.choice(names).format(way=way, WAY=way.upper())
    return same


def section_names(book: Book, chance: Random) -> Change:
    """The line above the goods under another name, or not there."""
    ways = ("MẶT HÀNG CHỦ YẾU", "Một số mặt hàng chủ yếu", "Trong đó: Mặt hàng chủ yếu", "",
            "Tr.đó:", "Phân theo mặt hàng", "B. Mặt hàng chủ yếu", "Các mặt hàng chủ yếu",
            "Mặt hàng chính",
            "II. Mặt hàng", "Chia theo mặt hàng", "Trong đó:", "Mặt hàng XK chủ yếu")  # fmt: skip
    for leaf in book.tables:
        rows = set(leaf.data_rows)
        for place, text in list(leaf.texts()):
            inside = leaf.data_rows[0] < place[0] < leaf.data_rows[-1] and place[0] not in rows
            if inside and folded(text).startswith("mat hang"):
                leaf.cells[place] = chance.choice(ways)
                if not leaf.cells[place]:
                    del leaf.cells[place]
    return same


def both_languages(joint: str) -> Variant:
    """Names in Vietnamese and English, as bilingual editions print them."""

    def variant(book: Book, chance: Random) -> Change:
        for leaf in book.tables:
            by_row = {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}
            for place, text in list(leaf.labels()):
                row = by_row[place[0]]
                if row.item == TOTAL or row.ownership != Ownership.ALL or "*" in text:
                    continue
                english = items(Flow(row.flow)).name(row.item, "en")
                leaf.cells[place] = f"{text}{joint}{english}"
        return same

    variant.__name__ = "both_languages_" + {" - ": "dash", "/": "slash", "\n": "line",
                                            " (": "brackets"}[joint]  # fmt: skip
    if joint == " (":
        return _closing(variant)
    return variant


def _closing(variant: Variant) -> Variant:
    def closed(book: Book, chance: Random) -> Change | None:
        change = variant(book, chance)
        for leaf in book.tables:
            for place, text in list(leaf.labels()):
                if text.count("(") > text.count(")"):
                    leaf.cells[place] = text + ")"
        return change

    closed.__name__ = variant.__name__  # type: ignore[attr-defined]
    return closed


def goods_shuffled(book: Book, chance: Random) -> Change | None:
    """The goods in another order; what is within another stays beneath it."""
    done = False
    for leaf in book.tables:
        by_row = {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}
        if len({f.flow for f in leaf.figures}) > 1:
            continue
        goods = [r for r, f in by_row.items() if f.item not in {TOTAL, "OTHER"}
                 and f.ownership == "ALL"]  # fmt: skip
        rows = sorted(goods)
        wrapped = any(t[:1].islower() and p[0] in by_row for p, t in leaf.labels())
        if wrapped or rows != list(range(rows[0], rows[-1] + 1)):
            continue
        blocks: list[list[int]] = []
        for row in rows:
            part = items(Flow(by_row[row].flow)).part_of(by_row[row].item)
            text = " ".join(t for p, t in leaf.labels() if p[0] == row)
            within = folded(text).startswith(("trong", "- ", "tr", "o/w"))
            if blocks and (part or within or text[:1].islower()):
                blocks[-1].append(row)
            else:
                blocks.append([row])
        chance.shuffle(blocks)
        order = [row for block in blocks for row in block]
        goes = dict(zip(order, rows, strict=True))
        leaf.cells = {(goes.get(r, r), c): v for (r, c), v in leaf.cells.items()}
        leaf.formats = {(goes.get(r, r), c): v for (r, c), v in leaf.formats.items()}
        for old in {place_of(f)[0] for f in leaf.figures}:
            leaf.rows[old] = goes.get(leaf.rows.get(old, old), leaf.rows.get(old, old))
        done = True
    return same if done else None


VARIANTS: tuple[Variant, ...] = (
    slips, glued,
    as_text("text_comma_all", ".", ",", 1.0), as_text("text_point_all", ",", ".", 1.0),
    as_text("text_blank_groups", " ", ",", 1.0), as_text("text_some", ".", ",", 0.2),
    as_text("text_one_decimal", ".", ",", 1.0, 1),
    marks_for_nothing,
    counted_in("Nghìn USD", "Tấn", 3),
    numbered_columns, running_numbers,
    added("growth_on_month", "Tháng {m} năm {y} so với tháng trước (%)", _change),
    added("growth_on_month_named", "Tháng {m} so với tháng {before} (%)", _change),
    added("shares", "Tỷ trọng {m} tháng năm {y} (%)", _share),
    added("of_plan", "% so với kế hoạch năm {y}", _share),
    units_in_measures, letterhead, page_breaks, one_sheet, sector_names, section_names,
    both_languages(" - "), both_languages("/"), both_languages("\n"), both_languages(" ("),
    goods_shuffled,
)  # fmt: skip
