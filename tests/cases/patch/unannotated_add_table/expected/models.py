from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "member"

    id = mapped_column(Integer, primary_key=True)
    email = mapped_column(String(120), nullable=False, unique=True)
    active = mapped_column(Boolean, default=True)

    guests = relationship("Guest", back_populates="host")

    @hybrid_property
    def domain(self):
        return self.email.split("@")[1]


class Guest(Base):
    __tablename__ = "guest"

    id = mapped_column(Integer, primary_key=True)
    host_id = mapped_column(Integer, ForeignKey("member.id"), nullable=False)
    name = mapped_column(String(40), nullable=False)

    host = relationship("Member", back_populates="guests")
