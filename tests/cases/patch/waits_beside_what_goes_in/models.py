from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()

red = Table("red", metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
for colour in ["blue"]:
    Table(colour, metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
