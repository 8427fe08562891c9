from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import conv


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Shelf(Base):
    __tablename__ = "shelf"
    __table_args__ = (PrimaryKeyConstraint("id", name="shelf_pkey"),)

    id: Mapped[int]


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (
        PrimaryKeyConstraint("id", name="book_pkey"),
        UniqueConstraint("isbn", name="book_isbn_key"),
        Index("book_pages", "pages"),
        CheckConstraint("pages > 0", name=conv("book_pages_check")),
        CheckConstraint("price > 0", name="paid"),
    )

    id: Mapped[int]
    shelf_id: Mapped[int | None] = mapped_column(
        ForeignKey("shelf.id", name="book_shelf_id_fkey")
    )
    isbn: Mapped[str | None] = mapped_column(Text)
    pages: Mapped[int | None]
    price: Mapped[int | None]
