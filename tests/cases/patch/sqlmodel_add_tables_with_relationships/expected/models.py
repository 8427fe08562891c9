from datetime import date
from typing import Optional

from sqlalchemy import ForeignKey
from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=50, index=True)
    born: date | None = None

    caves: list["Cave"] = Relationship(back_populates="owner")
    treasures: list["Treasure"] = Relationship(back_populates="finder")
    badge: Optional["Badge"] = Relationship(
        back_populates="hero", sa_relationship_kwargs={"uselist": False}
    )

    def is_known(self) -> bool:
        return bool(self.name)


class Cave(SQLModel, table=True):
    """Where it happened."""

    __tablename__ = "caves"

    id: int | None = Field(default=None, primary_key=True)
    depth: float = 1.5
    owner_id: int | None = Field(default=None, foreign_key="hero.id")

    owner: Hero | None = Relationship(back_populates="caves")
    treasures: list["Treasure"] = Relationship(back_populates="cave")


class Town(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

    treasures: list["Treasure"] = Relationship(back_populates="town")


class Treasure(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=20)
    cave_id: int = Field(foreign_key="caves.id", ondelete="CASCADE")
    finder_id: int | None = Field(default=None, foreign_key="hero.id")
    town_id: int | None = Field(
        default=None, sa_column_args=(ForeignKey("town.id", onupdate="CASCADE"),)
    )

    cave: Cave = Relationship(back_populates="treasures")
    finder: Hero | None = Relationship(back_populates="treasures")
    town: Town | None = Relationship(back_populates="treasures")


class Badge(SQLModel, table=True):
    hero_id: int = Field(primary_key=True, foreign_key="hero.id")
    given_on: date | None = None

    hero: Hero = Relationship(back_populates="badge")


class Guild(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="guild.id")

    parent: Optional["Guild"] = Relationship(
        back_populates="children", sa_relationship_kwargs={"remote_side": "Guild.id"}
    )
    children: list["Guild"] = Relationship(back_populates="parent")
