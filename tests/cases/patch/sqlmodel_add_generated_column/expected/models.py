from datetime import date

from sqlalchemy import Computed
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=50, index=True)
    born: date | None = None
    power: int
    slug: str | None = Field(
        default=None,
        max_length=50,
        sa_column_args=(Computed("lower(name)", persisted=True),),
    )
    twice: int = Field(sa_column_args=(Computed("power * 2", persisted=False),))
