"""A schema of any size for measuring: tables of 15 columns, each with a foreign key, a unique, indexes and CHECKs."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
    true,
)

CHANGES = (  # one for each changed table, in turn; {0} is the table
    "ALTER TABLE {0} ADD COLUMN hot_fix INTEGER",
    "DROP INDEX ix_{0}_name",
    "ALTER TABLE {0} DROP COLUMN note",
    "CREATE INDEX tmp_{0} ON {0} (day)",
    "ALTER TABLE {0} RENAME COLUMN ratio TO factor",
)


def metadata_of(tables: int) -> MetaData:
    """That many tables; each points to one before it, and to the first."""
    metadata = MetaData()
    for n in range(tables):
        name = f"t{n:05}"
        Table(
            name,
            metadata,
            Column("id", Integer, primary_key=True),
            Column("parent_id", ForeignKey(f"t{n // 2:05}.id", name=f"fk_{name}_parent", ondelete="CASCADE")),
            Column("code", String(20), nullable=False),
            Column("name", String(100), nullable=False, server_default=""),
            Column("note", Text),
            Column("quantity", Integer, nullable=False, server_default=text("1")),
            Column("price", Numeric(10, 2), nullable=False, server_default=text("0")),
            Column("status", String(12), nullable=False, server_default="new"),
            Column("is_open", Boolean, nullable=False, server_default=true()),
            Column("created_at", DateTime, nullable=False, server_default=func.current_timestamp()),
            Column("changed_at", DateTime(timezone=True)),
            Column("day", Date),
            Column("ratio", Float),
            Column("details", JSON),  # without a default: Alembic's comparison of one fails on PostgreSQL
            Column("owner", String(60)),
            UniqueConstraint("code", "owner", name=f"uq_{name}"),
            CheckConstraint("price >= 0 AND quantity > 0", name=f"ck_{name}_price"),
            CheckConstraint("status IN ('new', 'paid', 'sent')", name=f"ck_{name}_status"),
            Index(f"ix_{name}_name", "name"),
            Index(
                f"ix_{name}_new",
                "parent_id",
                "created_at",
                sqlite_where=text("status = 'new'"),
                postgresql_where=text("status = 'new'"),
            ),
        )
    return metadata


def changes(tables: int, wanted: int) -> list[str]:
    """Statements that change so many tables, spread over all of them."""
    names = [f"t{n:05}" for n in range(0, tables, tables // wanted)][:wanted]
    return [CHANGES[at % len(CHANGES)].format(name) for at, name in enumerate(names)]
