from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


def paint(colour):
    members = {"__tablename__": colour, "id": Column(Integer, primary_key=True), "name": Column(String(9))}
    return type(colour.title(), (Base,), members)


Red, Blue = paint("red"), paint("blue")
