from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import orm


class Base(orm.DeclarativeBase):
    """All that the clinic keeps."""


class Visit(Base):
    __tablename__ = "visit"
    __table_args__ = (
        sa.CheckConstraint("minutes >= 5", name="long_enough"),
    )

    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    patient: orm.Mapped[str] = orm.mapped_column(
        sa.String(60),
        index=True,
        doc="As on the card.",
    )
    minutes: orm.Mapped[int] = orm.mapped_column(sa.SmallInteger, server_default=sa.text("15"))
