"""What a desktop on Linux says of its settings, through its portal."""

from __future__ import annotations

_PATIENCE_MS = 200


def setting(group: str, key: str) -> object:
    """Ask the desktop portal, which speaks for GNOME and others; None where nobody answers."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage  # noqa: PLC0415 - Linux

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    portal = QDBusInterface(
        "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings", bus,
    )  # fmt: skip
    portal.setTimeout(_PATIENCE_MS)
    reply = portal.call("ReadOne", group, key)
    answered = reply.type() is QDBusMessage.MessageType.ReplyMessage
    return reply.arguments()[0] if answered and reply.arguments() else None
