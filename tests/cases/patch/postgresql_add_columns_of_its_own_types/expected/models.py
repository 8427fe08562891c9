import datetime
import enum

from sqlalchemy import (
    BigInteger,
    DateTime,
    Enum,
    ForeignKey,
    Identity,
    Integer,
    String,
    Text,
    func,
)
from sqlalchemy.dialects.postgresql import ARRAY, CIDR, JSONB, TSRANGE, Range
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    """How far it is."""

    OPEN = "open"
    DONE = "done"  # and paid


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    title: Mapped[str] = mapped_column(Text, comment="in one line")
    state: Mapped[State] = mapped_column(Enum(State, name="state"))
    size: Mapped[str | None] = mapped_column(Enum("small", "large", name="size"))
    labels: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    data: Mapped[dict | None] = mapped_column(JSONB)
    follows: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    network: Mapped[str | None] = mapped_column(CIDR)
    span: Mapped[Range[datetime.datetime] | None] = mapped_column(TSRANGE)
    seen_at: Mapped[datetime.datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
