"""The page of returns received, in each of its states."""

from __future__ import annotations

import shutil

from desktop.figures.directions import LearnedLayout, NameDecision, NameKind, TablePlan
from tests.shots.books import LONG, coming
from tests.shots.scene import Scene
from tests.shots.stage import Stage


def _open(stage: Stage) -> None:
    stage.window.show_page("received")
    stage.settle(lambda: bool(stage.window.received.returns))


def _open_empty(stage: Stage) -> None:
    stage.window.show_page("received")
    stage.settle()


def _nothing_found(stage: Stage) -> None:
    _open(stage)
    stage.window.received.filters.search.setText("không có trả lời nào")


def _undo(stage: Stage) -> None:
    stage.settle(lambda: bool(stage.window.received.chosen))
    stage.window.received._withdraw()
    stage.settle(lambda: bool(stage.dialogs()))


def _undo_several(stage: Stage) -> None:
    page = stage.window.received
    page.table.selectAll()
    page._withdraw()
    stage.settle(lambda: bool(stage.dialogs()))


def _withdrawn(stage: Stage) -> None:
    _open(stage)
    stage.window.importing.withdraw([stage.window.received.returns[0].number])
    stage.settle()


def _redo(stage: Stage) -> None:
    stage.settle(lambda: bool(stage.window.received.chosen))
    stage.window.received._restore()
    stage.settle(lambda: bool(stage.dialogs()))


def _teach(stage: Stage) -> None:
    _open(stage)
    office = stage.window.session.office()
    kinds = (NameKind.ITEM, NameKind.MARKET, NameKind.PROVINCE)
    office.decide(
        [
            NameDecision("GSO", kinds[0], "export", "Cà phê nhân xanh", "COFFEE"),
            NameDecision("CUSTOMS", kinds[0], "import", LONG, f"NEW:{LONG}"),
            NameDecision("CUSTOMS", kinds[1], "", "Hợp chủng quốc Hoa Kỳ (USA)", "US"),
            NameDecision("CUSTOMS", kinds[0], "export", "Mặt hàng chưa phân tổ", "-"),
        ]
    )
    office.learn(LearnedLayout("FT-900 Exhibit 1", "US Census", (TablePlan("1"),)))


def _kept(stage: Stage) -> None:
    stage.window.keeping.knowing.open()
    stage.settle()


def _kept_layouts(stage: Stage) -> None:
    _kept(stage)
    dialog = stage.window.keeping.knowing.dialog
    assert dialog is not None
    dialog.tabs.setCurrentIndex(1)
    stage.settle()


def _kept_change(stage: Stage) -> None:
    _kept(stage)
    dialog = stage.window.keeping.knowing.dialog
    assert dialog is not None
    dialog.names.table.selectRow(0)
    dialog.names._change()
    stage.settle()


def _watch(stage: Stage) -> None:
    _open(stage)
    inbox = stage.folder / "Hộp thư đến của Vụ Kế hoạch - Tổng hợp" / "Báo cáo tháng"
    inbox.mkdir(parents=True)
    for number in range(2):
        shutil.copy(coming(number), inbox)
    stage.window.keeping.watching.choose(inbox)
    stage.settle(lambda: len(stage.window.keeping.watching.waiting) == 2)


def _say_waiting(stage: Stage) -> None:
    watching = stage.window.keeping.watching
    watching._keep([])


SCENES = (
    Scene("received", _open),
    Scene("received-empty", _open_empty, empty=True),
    Scene("received-nothing-found", _nothing_found),
    Scene("received-undo", _open, _undo),
    Scene("received-undo-several", _open, _undo_several),
    Scene("received-withdrawn", _withdrawn),
    Scene("received-redo", _withdrawn, _redo),
    Scene("received-kept", _teach, _kept),
    Scene("received-kept-empty", _open, _kept),
    Scene("received-kept-change", _teach, _kept_change),
    Scene("received-kept-layouts", _teach, _kept_layouts),
    Scene("received-watched", _watch, _say_waiting),
)
