from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    mail: Mapped[str]


class Branch(Base):
    __tablename__ = "branch"

    code: Mapped[str] = mapped_column(String(4), primary_key=True)


class Loan(Base):
    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    branch: Mapped[str | None] = mapped_column(ForeignKey("branch.code"))
