from sqlalchemy import Column, Enum, Integer, MetaData, Table

metadata = MetaData()
COLOUR = Enum('red', 'green', 'blue', 'dark red', name='colour')  # of the paint

wall = Table("wall", metadata, Column("id", Integer, primary_key=True), Column("inside", COLOUR))
door = Table("door", metadata, Column("id", Integer, primary_key=True), Column("inside", COLOUR))
