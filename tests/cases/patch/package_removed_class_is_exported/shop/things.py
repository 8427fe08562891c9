from sqlalchemy import (
    Column,
    Integer,
    String,
    Table,
)
from sqlalchemy.orm import Mapped, mapped_column

from .base import Audited, Base


class Article(Audited, Base):
    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(String(60))


Stock = Table(
    "stock",
    Base.metadata,
    Column("article_id", Integer),
    Column("pieces", Integer, nullable=False),
)
