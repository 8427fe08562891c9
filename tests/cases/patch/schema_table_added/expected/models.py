from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Ward(Base):
    __tablename__ = "ward"
    __table_args__ = {"schema": "clinic"}

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))

    nurses: Mapped[list["Nurse"]] = relationship(back_populates="ward")


class Bed(Base):
    __tablename__ = "bed"
    __table_args__ = {"schema": "clinic", "comment": "where they lie"}

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("clinic.ward.id"))


class Nurse(Base):
    __tablename__ = "nurse"
    __table_args__ = {"schema": "clinic"}

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("clinic.ward.id"))
    name: Mapped[str] = mapped_column(String(40))

    ward: Mapped["Ward"] = relationship(back_populates="nurses")
