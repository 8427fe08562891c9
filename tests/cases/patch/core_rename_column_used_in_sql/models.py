from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, text

metadata = MetaData()

invoice = Table(
    "invoice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False),
    Column("paid_on", Date),
    CheckConstraint("number <> ''", name="invoice_has_a_number"),
    UniqueConstraint("number", name="one_number"),
)

# the reminders run over this
Index("unpaid", invoice.c.number, sqlite_where=text("paid_on IS NULL AND number > '0'"))

payment = Table("payment", metadata,
    Column("id", Integer, primary_key=True),
    Column("number", ForeignKey("invoice.number"), nullable=False),
    CheckConstraint("number <> ''"))
