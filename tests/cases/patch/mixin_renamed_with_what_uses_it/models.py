from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Coded:
    """Found by a code."""

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), CheckConstraint("length(code) = 9"))

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()


class Plant(Coded, Base):
    __table_args__ = (UniqueConstraint("code", "height"),)

    height: Mapped[int | None]


class Garden(Coded, Base):
    __table_args__ = (CheckConstraint("code <> 'none'"),)
