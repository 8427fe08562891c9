from datetime import date

from sqlalchemy import Computed
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=50, index=True)
    born: date | None = None
    power: int
    slug: str | None = Field(
        default=None, sa_column_args=(Computed("lower(trim(name))", persisted=True),)  # for links
    )
    twice: int | None = Field(
        default=None, sa_column_args=(Computed("power * 2", persisted=True),)
    )
    rank: int | None = None
    half: int | None = Field(
        default=None, unique=True, sa_column_args=(Computed("power / 2", persisted=True),)
    )
