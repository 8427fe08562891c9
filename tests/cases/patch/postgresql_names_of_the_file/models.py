from enum import Enum

import sqlalchemy.types
from sqlalchemy import TIMESTAMP, BigInteger, ForeignKey, Identity
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class State(Enum):
    OPEN = 1
    DONE = 2


class Base(DeclarativeBase):
    pass


class Date(Base):
    __tablename__ = "date"

    day: Mapped[object] = mapped_column(sqlalchemy.types.Date, primary_key=True)


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    state: Mapped[State]
    opened: Mapped[object] = mapped_column(TIMESTAMP)
    due: Mapped[object] = mapped_column(ForeignKey("date.day"), nullable=True)
