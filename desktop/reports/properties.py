"""The properties of a document: title, author, when it was made, and the stamp to make it again."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.reports.content.report import Report

AUTHOR = "Export Target Tracker"


def described(properties: Any, report: Report) -> None:
    """Fill the properties of a Word document or a presentation; they have the same names."""
    at = in_utc(report.stamp.made_at)
    properties.title = report.title
    properties.subject = report.subtitle
    properties.author = properties.last_modified_by = AUTHOR
    properties.language = report.language
    properties.comments = ""
    properties.identifier = report.stamp.text()
    properties.created = properties.modified = at
    properties.revision = 1
    properties.keywords = properties.category = ""


def in_utc(moment: datetime) -> datetime:
    """Give a moment in the one zone that documents tell, without its name."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
