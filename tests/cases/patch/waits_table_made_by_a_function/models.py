from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()


def paint(colour):
    return Table(colour, metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))


red = paint("red")
blue = paint("blue")
