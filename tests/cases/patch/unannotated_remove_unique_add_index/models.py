from sqlalchemy import Boolean, Integer, String
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "member"

    id = mapped_column(Integer, primary_key=True)
    email = mapped_column(String(120), nullable=False, unique=True)
    active = mapped_column(Boolean, default=True)

    @hybrid_property
    def domain(self):
        return self.email.split("@")[1]
