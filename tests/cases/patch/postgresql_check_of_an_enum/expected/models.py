import enum

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    OPEN = "open"
    BUSY = "busy"
    DONE = "done"


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[str] = mapped_column(
        Enum("small", "middle", "large", name="size", native_enum=False, create_constraint=True)
    )
    state: Mapped[State] = mapped_column(
        Enum(State, name="state", native_enum=False, create_constraint=True, length=10)
    )
    old_state: Mapped[State] = mapped_column(
        Enum(State, name="old_state", native_enum=False, create_constraint=True, length=10)
    )
    kind: Mapped[str] = mapped_column(
        Enum("bug", "wish", native_enum=False, create_constraint=True, length=8)
    )
    done: Mapped[bool]
