from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()

columns = {name: [Column("id", Integer, primary_key=True), Column("name", String(9))] for name in ("red", "blue")}

red = Table("red", metadata, *columns["red"])
blue = Table("blue", metadata, *columns["blue"])
