"""Books, and who wrote them."""

from datetime import date
from typing import List, Optional

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = 'author'  # singular, as everywhere

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))  # as on the cover
    born: Mapped[Optional[date]]
    note: Mapped[Optional[str]] = mapped_column(Text)

    books: Mapped[List["Book"]] = relationship(back_populates="author")


class Book(Base):
    """A title, not a copy of it."""

    __tablename__ = 'book'

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    # without the cover
    pages: Mapped[Optional[int]]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))

    author: Mapped["Author"] = relationship(back_populates="books")

    @property
    def is_long(self) -> bool:
        return (self.pages or 0)   >  500  # my spaces stay
