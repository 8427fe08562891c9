"""Books, and who wrote them."""

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tag"

    word: Mapped[str] = mapped_column(String(30), primary_key=True)
