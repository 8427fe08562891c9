from sqlalchemy import CheckConstraint, Column, Integer, MetaData, String, Table

metadata = MetaData()

KINDS = ("cat", "dog")

pet = Table(
    "pet",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(9)),
    Column("name", String(20)),
    CheckConstraint(f"kind IN {KINDS}"),
    CheckConstraint("kind <> name"),
)
