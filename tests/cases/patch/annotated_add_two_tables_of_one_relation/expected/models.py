"""Books, and who wrote them."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = 'author'  # singular, as everywhere

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))  # as on the cover
    born: Mapped[date | None]

    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    """A title, not a copy of it."""

    __tablename__ = 'book'

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    # without the cover
    pages: Mapped[int | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))

    author: Mapped["Author"] = relationship(back_populates="books")
    places: Mapped[list["Place"]] = relationship(back_populates="book")

    @property
    def is_long(self) -> bool:
        return (self.pages or 0)   >  500  # my spaces stay


class Shelf(Base):
    __tablename__ = 'shelf'

    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[str] = mapped_column(String(20))

    places: Mapped[list["Place"]] = relationship(back_populates="shelf")


class Place(Base):
    __tablename__ = 'place'

    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelf.id"), primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"), primary_key=True)
    number: Mapped[int | None]

    shelf: Mapped["Shelf"] = relationship(back_populates="places")
    book: Mapped["Book"] = relationship(back_populates="places")
