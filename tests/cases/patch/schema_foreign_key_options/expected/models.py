from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Ward(Base):
    __tablename__ = "ward"
    __table_args__ = {"schema": "clinic"}

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))


class Bed(Base):
    __tablename__ = "bed"
    __table_args__ = {"schema": "clinic", "comment": "where they lie"}

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(
        ForeignKey("clinic.ward.id", ondelete="CASCADE")
    )
