"""The same tables with other lines and names: letterheads, pages, one sheet, sectors, languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from desktop.figures.catalogue import items
from desktop.figures.series import TOTAL, Flow, Ownership
from desktop.returns import titles
from desktop.returns.text import folded
from tests.corpus.books import Book, Leaf, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, same

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

    closed.__name__ = variant.__name__
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
    letterhead, page_breaks, one_sheet, sector_names, section_names,
    both_languages(" - "), both_languages("/"), both_languages("\n"), both_languages(" ("),
    goods_shuffled,
)  # fmt: skip
