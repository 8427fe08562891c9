from sqlalchemy import Column, Date, ForeignKey, Index, Integer, MetaData, String, Table

metadata = MetaData()

invoice = Table(
    "invoice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("paid_on", Date),
)

line = Table("line", metadata,
    Column("invoice_id", ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("what", String(99)))

# the reminders run over this
Index("invoice_by_day", invoice.c.paid_on)
