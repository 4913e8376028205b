"""What things painted by hand are to a screen reader: Qt takes a chart for a plain widget.

A widget's class says it by `accessible_role`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def install() -> None:
    """Tell every screen reader from now on."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    if isinstance(role, QAccessible.Role) and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role, "")
    return None
