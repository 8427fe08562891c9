import enum

from sqlalchemy import (
    BigInteger,
    Enum,
    ForeignKey,
    Identity,
    Integer,
    String,
    Text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
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
    size: Mapped[str | None] = mapped_column(
        Enum("small", "middle", "large", name="size")
    )
    labels: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    data: Mapped[dict | None] = mapped_column(JSONB)
    follows: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
