from datetime import datetime
from decimal import Decimal
from typing import Annotated

from sqlalchemy import Numeric, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
email = Annotated[str, mapped_column(String(254), unique=True)]
stamp = Annotated[datetime, mapped_column(server_default=text("CURRENT_TIMESTAMP"))]


class Base(DeclarativeBase):
    type_annotation_map = {
        str50: String(50),
        Decimal: Numeric(12, 2),
        str: String(200),
    }


class Account(Base):
    __tablename__ = "account"

    id: Mapped[intpk]
    owner: Mapped[str50]
    mail: Mapped[email | None]
    balance: Mapped[Decimal]
    motto: Mapped[str | None]
    opened_at: Mapped[stamp]
