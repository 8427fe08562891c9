from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Red(Base):
    __tablename__ = "red"

    id = Column(Integer, primary_key=True)
    name = Column(String(9))


def paint(colour):
    class Paint(Base):
        __tablename__ = colour

        id = Column(Integer, primary_key=True)
        name = Column(String(9))

    return Paint


Blue = paint("blue")
