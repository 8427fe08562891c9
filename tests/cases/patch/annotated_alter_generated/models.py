"""Books, and who wrote them."""

from datetime import date

from sqlalchemy import Computed, ForeignKey, String
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
    slug: Mapped[str | None] = mapped_column(
        Computed("lower(title)", persisted=True),  # for links
    )

    author: Mapped["Author"] = relationship(back_populates="books")

    @property
    def is_long(self) -> bool:
        return (self.pages or 0)   >  500  # my spaces stay
