from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()

for colour in ("red", "blue"):
    Table(colour, metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
