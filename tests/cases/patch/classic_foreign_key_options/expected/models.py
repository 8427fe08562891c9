import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customer"
    __table_args__ = {"sqlite_autoincrement": True}

    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column('name', sa.String(length=50), nullable=False)
    credit = sa.Column(sa.Numeric(8, 2), server_default=sa.text("0"))

    orders = relationship("Order", back_populates="customer")


class Order(Base):
    __tablename__ = "order"
    __table_args__ = (
        sa.UniqueConstraint("customer_id", "number"),
        sa.Index("order_by_day", "day"),
        {"info": {"owner": "sales"}},
    )

    id = sa.Column(sa.Integer, primary_key=True)
    customer_id = sa.Column(
        sa.Integer,
        sa.ForeignKey("customer.id", ondelete="RESTRICT", deferrable=True, initially="DEFERRED"),
        nullable=False,
    )
    number = sa.Column(sa.Integer, nullable=False)
    day = sa.Column(sa.Date)

    customer = relationship("Customer", back_populates="orders")
