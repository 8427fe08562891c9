from sqlalchemy import Enum, Identity, Sequence, Text
from sqlalchemy.dialects.postgresql import DOMAIN
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


# how somebody feels
mood = Enum("sad", "happy", name="mood")
invoice_number = Sequence("invoice_number", start=1, metadata=Base.metadata)
ticket_number = Sequence("ticket_number", metadata=Base.metadata)


class Customer(Base):
    __tablename__ = "customer"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    mail: Mapped[str] = mapped_column(DOMAIN("mail", Text(), check="VALUE <> ''"))
    mood: Mapped[str | None] = mapped_column(mood)
    number: Mapped[int | None] = mapped_column(
        ticket_number, server_default=ticket_number.next_value()
    )
