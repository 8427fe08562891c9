from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()

red = Table("red", metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
blue = Table("blue", metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
