from sqlalchemy import BigInteger, Identity
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True, sa_column_args=(Identity(),))
    name: str = Field(max_length=50)
    number: int = Field(sa_type=BigInteger, sa_column_args=(Identity(always=True),))


class Cave(SQLModel, table=True):
    id: int | None = Field(
        default=None, sa_type=BigInteger, primary_key=True, sa_column_args=(Identity(start=100),)
    )
    depth: float
