from sqlalchemy import Enum, Identity, Sequence, Text, text
from sqlalchemy.dialects.postgresql import DOMAIN
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


invoice_number = Sequence("invoice_number", start=1000, metadata=Base.metadata, increment=10)
unused = Enum("a", "b", name="unused", metadata=Base.metadata)


class Customer(Base):
    __tablename__ = "customer"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    mail: Mapped[str] = mapped_column(
        DOMAIN("mail", Text(), check=text("VALUE LIKE '%@%'"))
    )
    mood: Mapped[str | None] = mapped_column(Text)


class Parcel(Base):
    __tablename__ = "parcel"
    __table_args__ = {"schema": "sales"}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    size: Mapped[str] = mapped_column(Enum("small", "large", name="size"))
