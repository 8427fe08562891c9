"""Books, and who wrote them."""

from datetime import date
from typing import List, Optional

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = 'author'  # singular, as everywhere

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))  # as on the cover
    born: Mapped[Optional[date]]

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
    reviews: Mapped[List["Review"]] = relationship(back_populates="book")

    @property
    def is_long(self) -> bool:
        return (self.pages or 0)   >  500  # my spaces stay


class Review(Base):
    __tablename__ = 'reviews'
    __table_args__ = (CheckConstraint("stars BETWEEN 1 AND 5"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[Optional[int]] = mapped_column(ForeignKey("book.id"), index=True)
    stars: Mapped[int]

    book: Mapped[Optional["Book"]] = relationship(back_populates="reviews")
