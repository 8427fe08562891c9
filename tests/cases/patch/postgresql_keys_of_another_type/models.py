from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str]


class Branch(Base):
    __tablename__ = "branch"

    code: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Loan(Base):
    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    branch: Mapped[int | None] = mapped_column(ForeignKey("branch.code"))
