from datetime import date

from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=50, index=True)
    born: date | None = None

    caves: list["Cave"] = Relationship(back_populates="owner")

    def is_known(self) -> bool:
        return bool(self.name)


class Cave(SQLModel, table=True):
    """Where it happened."""

    __tablename__ = "caves"

    id: int | None = Field(default=None, primary_key=True)
    depth: float = 1.5
    owner_id: int | None = Field(default=None, foreign_key="hero.id")

    owner: Hero | None = Relationship(back_populates="caves")


class Town(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
