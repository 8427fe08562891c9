from datetime import datetime

from sqlalchemy import String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Stamped:
    """When it was written, and by whom."""

    written_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())
    writer: Mapped[str] = mapped_column(String(60))


class Named(Base):
    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()


class Plant(Stamped, Named):
    height: Mapped[int | None]


class Garden(Stamped, Named):
    pass
