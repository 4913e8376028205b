"""The archive's tables, as SQLAlchemy Core knows them. `migrations` builds them on disk."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISIONS = tuple(f"{number:04}" for number in range(1, 23))
"""Every schema this program knows, oldest first; the last is the one it works with."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite's strict tables know INTEGER only (which is 64 bits wide there).
AMOUNT = BigInteger().with_variant(Integer, "sqlite")
# Precedence compares text: both engines must compare it byte by byte.
CODE = Text().with_variant(Text(collation="C"), "postgresql")

_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}

series = Table(
    "series",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("market", CODE, nullable=False),
    Column("flow", CODE, nullable=False),
    Column("item", CODE, nullable=False),
    Column("measure", CODE, nullable=False),
    Column("ownership", CODE, nullable=False),
    Column("province", CODE, nullable=False),
    # The shelf that its figures stand on; see `shelves`.
    Column("detail", Integer, nullable=False, index=True),
    UniqueConstraint("market", "flow", "item", "measure", "ownership", "province"),
    **_STRICT,
)

periods = Table(
    "periods",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("last_month", Integer, nullable=False),
    Column("first_month", Integer, nullable=False),
    Column("basis", CODE, nullable=False),
    UniqueConstraint("last_month", "first_month", "basis"),
    **_STRICT,
)

terms = Table(
    "terms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", CODE, nullable=False, unique=True),
    **_STRICT,
)
"""Sheet names, row labels and units: long texts that repeat every month."""

originals = Table(
    "originals",
    metadata,
    Column("content_hash", CODE, primary_key=True),
    Column("packing", CODE, nullable=False),
    Column("body", LargeBinary, nullable=False),
    **_STRICT,
)

returns = Table(
    "returns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_hash", CODE, ForeignKey("originals.content_hash"), nullable=False, index=True),
    Column("name", CODE, nullable=False),
    Column("sender", CODE, nullable=False),
    Column("layout", CODE, nullable=False),
    Column("month", Integer),
    Column("reported_on", CODE, nullable=False),
    Column("date_origin", CODE, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("findings", CODE, nullable=False),
    # When the workbook says it was last saved, in UTC; empty where it does not say.
    Column("saved_at", CODE, nullable=False, server_default=""),
    # What its figures cover, and what it brought when it came; unknown of the oldest.
    Column("first_month", Integer),
    Column("last_month", Integer),
    Column("new_figures", Integer),
    Column("changed_figures", Integer),
    # The province whose editor submitted it; empty where the office itself imported it.
    Column("province", CODE, nullable=False, server_default=""),
    # A server's alone: it holds the returns of all provinces.
    Index(None, "sender").ddl_if(dialect="postgresql"),
    Index(None, "reported_on").ddl_if(dialect="postgresql"),
    # Of those that provinces submitted, few of which wait.
    Index(None, "province", postgresql_where=text("province <> ''")).ddl_if(dialect="postgresql"),
    **_STRICT,
)

targets = Table(
    "targets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("flow", CODE, nullable=False),
    Column("measure", CODE, nullable=False),
    Column("year", Integer, nullable=False),
    Column("low", AMOUNT, nullable=False),
    Column("high", AMOUNT, nullable=False),
    Column("item", CODE, nullable=False),
    Column("market", CODE, nullable=False),
    Column("document", CODE, nullable=False),
    Column("issued_on", CODE),
    Column("province", CODE, nullable=False, server_default=""),
    # Its months begin with this one of `year`, and are so many.
    Column("first_month", Integer, nullable=False, server_default="1"),
    Column("months", Integer, nullable=False, server_default="12"),
    # The day as of which its base counts; none where the newest does.
    Column("base_as_of", CODE),
    **_STRICT,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sender", CODE, nullable=False),
    Column("kind", CODE, nullable=False),
    Column("flow", CODE, nullable=False),
    Column("name_key", CODE, nullable=False),
    Column("label", CODE, nullable=False),
    Column("code", CODE, nullable=False),
    # By whom and when it was decided, perhaps elsewhere; the event says who entered it here.
    Column("decided_at", CODE, nullable=False),
    Column("decided_by", CODE, nullable=False),
    **_STRICT,
)
"""What names mean to their senders; of one name the newest decision is in force."""

layouts = Table(
    "layouts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", CODE, nullable=False),
    Column("sender", CODE, nullable=False),
    Column("body", CODE, nullable=False),  # JSON
    Column("made_at", CODE, nullable=False),
    Column("made_by", CODE, nullable=False),
    **_STRICT,
)
"""Layouts that were taught; of one sender and name the newest is in force."""

path_choices = Table(
    "path_choices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("flow", CODE, nullable=False),
    Column("item", CODE, nullable=False),
    Column("market", CODE, nullable=False),
    Column("province", CODE, nullable=False),
    Column("first_month", Integer, nullable=False),
    Column("last_month", Integer, nullable=False),
    Column("body", CODE, nullable=False),  # JSON
    **_STRICT,
)
"""How officials want paths spread; of one scope and period the newest is in force."""
silences = Table(
    "silences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule", CODE, nullable=False),
    Column("subject", CODE, nullable=False),
    Column("first_month", Integer, nullable=False),
    Column("last_month", Integer, nullable=False),
    Column("reason", CODE, nullable=False),
    **_STRICT,
)
"""Warnings that are not to be shown for a while; the event says who decided it, and when."""

rule_sets = Table(
    "rule_sets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", CODE, nullable=False),  # TOML
    **_STRICT,
)
"""The office's own rules for warnings; the newest is in force."""
grouping_sets = Table(
    "grouping_sets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", CODE, nullable=False),  # CSV, empty where there are to be none
    **_STRICT,
)
"""The office's own groupings of items and markets; the newest are in force."""

scenarios = Table(
    "scenarios",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name_key", CODE, nullable=False),
    Column("body", CODE, nullable=False),  # JSON
    **_STRICT,
)
"""What officials assume of the months to come; of one name the newest that counts is in force."""
notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", CODE, nullable=False),
    Column("body", CODE, nullable=False),
    # The code of one that came with the program, which is written down when it is removed.
    Column("shipped", CODE, nullable=False),
    **_STRICT,
)
"""Events that officials noted on their days; the last event of a note says whether it stands."""

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", CODE, nullable=False),
    Column("return_id", Integer, ForeignKey("returns.id"), index=True),
    Column("target_id", Integer, ForeignKey("targets.id")),
    Column("happened_at", CODE, nullable=False),
    Column("caused_by", CODE, nullable=False),
    Column("decision_id", Integer, ForeignKey("decisions.id")),
    Column("layout_id", Integer, ForeignKey("layouts.id")),
    Column("path_choice_id", Integer, ForeignKey("path_choices.id")),
    Column("silence_id", Integer, ForeignKey("silences.id")),
    Column("rule_set_id", Integer, ForeignKey("rule_sets.id")),
    # From where, as the desk says: the computer's name and a number of the session.
    Column("desk", CODE, nullable=False, server_default=""),
    Column("scenario_id", Integer, ForeignKey("scenarios.id")),
    Column("note_id", Integer, ForeignKey("notes.id")),
    Column("grouping_set_id", Integer, ForeignKey("grouping_sets.id")),
    # From where, as a server saw: address, session and program; see `origins`. Empty in a file.
    Column("origin", CODE, nullable=False, server_default=""),
    # A server's alone, as above: the few returns that count no more are found by it.
    Index(None, "kind", "return_id").ddl_if(dialect="postgresql"),
    **_STRICT,
)
"""Who did what, and when; the last event of a return or a target says whether it counts."""


def _figure_columns() -> list[Column[int] | Column[str]]:
    return [
        Column("unit_id", Integer, ForeignKey("terms.id"), nullable=False),
        Column("status", Integer, nullable=False),
        Column("value", AMOUNT, nullable=False),
        Column("sheet_id", Integer, ForeignKey("terms.id"), nullable=False),
        Column("cell", CODE, nullable=False),
        Column("printed", CODE, nullable=False),
        Column("label_id", Integer, ForeignKey("terms.id"), nullable=False),
    ]


# Period stands before series in the key: a return fills few periods, so its figures land on few
# pages, however large the archive has grown. On a server the shelves are partitions.
_SHELVED: dict[str, Any] = {**_KEYED, "postgresql_partition_by": "RANGE (detail)"}

figures = Table(
    "figures",
    metadata,
    Column("detail", Integer, primary_key=True),
    Column("period_id", Integer, ForeignKey("periods.id"), primary_key=True),
    Column("series_id", Integer, ForeignKey("series.id"), primary_key=True),
    Column("return_id", Integer, ForeignKey("returns.id"), primary_key=True),
    # 0 for the figure that stands for the return, 1 on for the same figure printed again in it.
    Column("repeat", Integer, primary_key=True),
    *_figure_columns(),
    Index(None, "return_id"),
    # A server's alone: in a file an index of this table would hold all of the key again. What is
    # split by item and by market at once, nine tenths of all, is asked for by its months.
    Index(None, "series_id", "period_id", postgresql_where=text("mod(detail, 2) = 0")).ddl_if(
        dialect="postgresql"
    ),
    **_SHELVED,
)

current_figures = Table(
    "current_figures",
    metadata,
    Column("detail", Integer, primary_key=True),
    Column("period_id", Integer, ForeignKey("periods.id"), primary_key=True),
    Column("series_id", Integer, ForeignKey("series.id"), primary_key=True),
    Column("return_id", Integer, ForeignKey("returns.id"), nullable=False),
    *_figure_columns(),
    **_SHELVED,
)
"""The figure that wins, per series and period: a copy, kept in step by every change."""
