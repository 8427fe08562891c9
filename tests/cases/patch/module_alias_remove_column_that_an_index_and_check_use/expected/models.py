from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import orm


class Base(orm.DeclarativeBase):
    """All that the clinic keeps."""


class Visit(Base):
    __tablename__ = "visit"

    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    patient: orm.Mapped[str] = orm.mapped_column(
        sa.String(60),
        index=True,
        doc="As on the card.",
    )
