from sqlalchemy import CheckConstraint, ForeignKey
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    power: int = Field(sa_column_args=(CheckConstraint("power > 0"),))


class Cave(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    owner_id: int | None = Field(default=None, foreign_key="hero.id", ondelete="SET NULL")
    finder_id: int | None = Field(default=None, sa_column_args=(ForeignKey("hero.id", onupdate="CASCADE"),))
    guest_id: int | None = Field(
        default=None, sa_column_args=(ForeignKey("hero.id"), CheckConstraint("guest_id > 0"))
    )
    guard_id: int | None = None
