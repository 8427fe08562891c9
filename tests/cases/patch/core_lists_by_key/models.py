from sqlalchemy import Column, Index, Integer, MetaData, String, Table, UniqueConstraint

metadata = MetaData()

parcel = Table(
    "parcel",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("PARCEL_NO", String(20), key="number", nullable=False),
    Column("ZIP", String(9), key="zip"),
    Column("DAY", Integer, key="day"),
    UniqueConstraint("number"),
    Index("parcel_by_zip", "zip"),
)

Index("parcel_by_day", parcel.c.day)
