from sqlalchemy import Column, Enum, Integer, MetaData, Table

metadata = MetaData()
COLOURS = ['red', 'blue']
COLOUR = Enum(*COLOURS, name='colour')

wall = Table("wall", metadata, Column("id", Integer, primary_key=True), Column("inside", COLOUR))
door = Table("door", metadata, Column("id", Integer, primary_key=True), Column("inside", COLOUR))
