"""Books, and who wrote them."""

from datetime import date

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    __table_args__ = (CheckConstraint("length(name) > 1 AND name <> 'name'", name="author_has_a_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))  # as on the cover
    born: Mapped[date | None]

    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    """A title, not a copy of it."""

    __tablename__ = "book"
    __table_args__ = (
        # one of each title
        UniqueConstraint("name", "author_id", name="book_once"),
        CheckConstraint("length(name) > 1 "
                        "AND name <> 'no name'", name="book_has_a_name"),
        Index("book_by_name", text("lower(name)"), sqlite_where=text('"name" IS NOT NULL')),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), CheckConstraint("name <> ''"))
    sorted_name: Mapped[str | None] = mapped_column(String(200), Computed("upper(name)", persisted=False))
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))

    author: Mapped["Author"] = relationship(back_populates="books")
