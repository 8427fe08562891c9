import sqlite3
from contextlib import closing

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine
from sqlalchemy.pool import StaticPool

metadata = MetaData()
engine = create_engine("sqlite://", poolclass=StaticPool)
with engine.begin() as connection:
    connection.exec_driver_sql("CREATE TABLE blue (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))")

red = Table("red", metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))
blue = Table("blue", metadata, autoload_with=engine)
engine.dispose()
