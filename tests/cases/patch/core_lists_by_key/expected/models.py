from sqlalchemy import Column, Index, Integer, MetaData, String, Table, UniqueConstraint

metadata = MetaData()

parcel = Table(
    "parcel",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("PARCEL_NO", String(20), key="number", nullable=False),
    Column("ZIP_CODE", String(9), key="zip"),
    Column("DAY", Integer, key="day"),
    UniqueConstraint("number", "day"),
    Index("parcel_by_zip", "zip", "day"),
)

Index("parcel_by_day", parcel.c.day, parcel.c.zip)
