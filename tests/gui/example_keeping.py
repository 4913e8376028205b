"""What the office made by hand keeps: a calendar, undos to be shown, names, layouts, originals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path
from threading import Event

from desktop.figures.comparison import Change, Undoing
from desktop.figures.directions import LearnedLayout, NameDecision, NameKind
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.month import Month
from desktop.figures.received import Allowed, DueReturn, DueState
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.hearing import Heard
from tests.gui.example_notes import ExampleNotes

TODAY = date(2025, 7, 12)


def figure(value: int, item: str = "TOTAL") -> FigureRow:
    end = Month(2025, 6).ordinal
    return FigureRow(
        "export", "value", item, "WORLD", "ALL", "", "USD", "month", end, end, "estimate",
        value * 10**9, "14.XK", "D9", str(value), "Tổng trị giá",
    )  # fmt: skip


def name(label: str, code: str, sender: str = "GSO", kind: NameKind = NameKind.ITEM):
    flow = "export" if kind is NameKind.ITEM else ""
    return NameDecision(sender, kind, flow, label, code, "2025-07-01T08:00:00", "lan")


class Keeping(ExampleNotes):
    """The part of the office that looks after what is in. Its host has `stored`."""

    changes = 7

    @contextmanager
    def as_seen(self, number: int | None) -> Iterator[None]:
        """Nobody else works here: nothing is overwritten unseen."""
        yield

    location = "example.sqlite3"
    may = Allowed()

    def __init__(self) -> None:
        super().__init__()
        self.kept_names = [
            name("SP hóa chất", "CHEMPROD"),
            name("Hoa Kỳ (Mỹ)", "US", kind=NameKind.MARKET),
            name("Đồ gỗ nội thất ngoài trời", "NEW:Đồ gỗ ngoài trời", "CUSTOMS"),
        ]
        self.kept_layouts = [
            LearnedLayout("FT-900", "US Census", (), "2025-07-02T09:30:00", "lan", 1)
        ]

    @contextmanager
    def hearing(self, since: int | None = None) -> Iterator[Callable[[float], Heard]]:
        """Nobody else is here."""
        yield lambda seconds: (Event().wait(seconds) or 0, ())

    def contents(self) -> dict[str, float]:
        return {r.content_hash: inf for r in self.stored}

    def clock_doubt(self) -> Finding | None:
        """Trust this machine's clock."""

    def following_doubt(self) -> Finding | None:
        """Follow nobody."""

    def news_doubt(self) -> Finding | None:
        """Be told of everything."""

    def allowed(self) -> Allowed:
        return self.may

    def due(self, vintage: Vintage = LATEST) -> list[DueReturn]:
        found = []
        held = {r.month: r.number for r in self.stored if not r.withdrawn}
        for number in range(1, 8):
            month = Month(2025, number)
            day = (month + 1).day(6)
            state = DueState.RECEIVED if month in held else DueState.MISSING
            if day > TODAY and month not in held:
                state = DueState.DUE
            found.append(DueReturn("GSO", "gso_monthly", month, day, state, held.get(month)))
        late = (DueState.RECEIVED, DueState.LATE)
        for number, state in zip((5, 6), late, strict=True):
            month = Month(2025, number)
            day = (month + 1).day(10)
            found.append(DueReturn("CUSTOMS", "customs_5x", month, day, state))
        return found if self.stored else []

    def undoing(self, number: int) -> Undoing:
        told_alone = (figure(7, "RICE"), figure(8, "COFFEE"))
        if next(r for r in self.stored if r.number == number).withdrawn:
            change = Change(figure(110), 100 * 10**9, "2025-07-06", "02-Bieu-T6.2025.xlsx")
            return Undoing(number, (change,), back=told_alone)
        change = Change(figure(100), 110 * 10**9, "2025-07-06", "02-Bieu-T5.2025.xlsx")
        return Undoing(number, (change,), told_alone)

    def open_original(self, number: int) -> Path:
        return Path(f"/originals/{number}.xlsx")

    def save_original(self, number: int, out: Path) -> Path:
        out.write_bytes(b"original")
        return out

    def decisions(self, vintage: Vintage = LATEST) -> list[NameDecision]:
        return list(self.kept_names)

    def decide(self, made: Sequence[NameDecision]) -> int:
        for one in made:
            self.forget_decision(one)
            self.kept_names.append(replace(one, decided_at="2025-07-12T09:30:00", decided_by="an"))
        return len(made)

    def forget_decision(self, decision: NameDecision) -> None:
        same = (decision.sender, decision.kind, decision.flow, decision.label)
        self.kept_names = [
            d for d in self.kept_names if (d.sender, d.kind, d.flow, d.label) != same
        ]

    def export_decisions(self, path: Path) -> Path:
        path.write_text("names", "utf-8")
        return path

    def import_decisions(self, path: Path) -> int:
        self.kept_names.append(name("Cá tra", "SEAFOOD"))
        return 1

    def layouts(self, vintage: Vintage = LATEST) -> list[LearnedLayout]:
        return list(self.kept_layouts)

    def learn(self, layout: LearnedLayout) -> LearnedLayout:
        kept = replace(layout, number=len(self.kept_layouts) + 10)
        self.kept_layouts.append(kept)
        return kept

    def forget_layout(self, number: int) -> None:
        self.kept_layouts = [held for held in self.kept_layouts if held.number != number]

    def export_layout(self, number: int, path: Path) -> Path:
        path.write_text("layout", "utf-8")
        return path

    def import_layout(self, path: Path) -> LearnedLayout:
        return self.learn(LearnedLayout(path.stem, "MOF Taiwan", ()))
