from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, MetaData, Numeric, String, Table, UniqueConstraint

metadata = MetaData()

invoice = Table(
    "invoice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("total", Numeric(10, 2), nullable=False),  # with tax
    Column("paid_on", Date),
    CheckConstraint("total >= 0", name="total_not_negative"),
    UniqueConstraint("paid_on", "total", name="once_a_day"),
    CheckConstraint("length(number) > 3"),
)

line = Table("line", metadata,
    Column("invoice_id", ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("what", String(99)))

# the reminders run over this
Index("invoice_by_day", invoice.c.paid_on)
