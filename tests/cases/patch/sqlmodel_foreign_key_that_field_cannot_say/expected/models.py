from sqlalchemy import CheckConstraint, ForeignKey
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    power: int


class Cave(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    owner_id: int | None = Field(
        default=None, sa_column_args=(ForeignKey("hero.id", ondelete="SET NULL", onupdate="CASCADE"),)
    )
    finder_id: int | None = Field(
        default=None, sa_column_args=(ForeignKey("hero.id", onupdate="SET NULL"),)
    )
    guest_id: int | None = Field(
        default=None, sa_column_args=(CheckConstraint("guest_id > 0"),)
    )
    guard_id: int | None = Field(
        default=None, sa_column_args=(ForeignKey("hero.id", ondelete="CASCADE", onupdate="CASCADE"),)
    )
