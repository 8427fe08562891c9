from sqlalchemy import Column, Integer, text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Card(Base):
    __tablename__ = "card"

    id = Column(Integer, primary_key=True)
    rank = Column(Integer, server_default=text("1"))
    text_ = Column("text", Integer)
    weight = Column(Integer, server_default=text("5"))
