"""A lending library: branches, books and their copies, members, loans, and what follows from them.

Each feature that SQLAlchemy can state about a SQLite table stands where it is natural; a comment says why it is there.
On PostgreSQL the same models have enum types, jsonb, an identity and comments besides.
"""

import enum
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Optional

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Computed,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    false,
    func,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeEngine


class Base(DeclarativeBase):
    """The root of all models. CHECKs are named in full where they are made, so that one may stay unnamed."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class StaffRole(enum.StrEnum):
    head = enum.auto()
    librarian = enum.auto()
    assistant = enum.auto()
    volunteer = enum.auto()


class CopyStatus(enum.StrEnum):
    available = enum.auto()
    on_loan = enum.auto()
    in_repair = enum.auto()
    lost = enum.auto()


class ReservationStatus(enum.StrEnum):
    waiting = enum.auto()
    ready = enum.auto()
    collected = enum.auto()
    cancelled = enum.auto()


class FineReason(enum.StrEnum):
    late = enum.auto()
    damaged = enum.auto()
    lost = enum.auto()


def caseless(length: int) -> TypeEngine[str]:
    """Text that sorts and compares without regard to case on SQLite, and is plain text elsewhere."""
    return String(length).with_variant(String(length, collation="NOCASE"), "sqlite")


Document = JSON().with_variant(JSONB(), "postgresql")


# ---------------------------------------------------------------- places and people


class Branch(Base):
    __tablename__ = "branches"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(120))
    opened_on: Mapped[date]
    is_open: Mapped[bool] = mapped_column(server_default=true())
    # A branch has a head, who works at a branch: each must be there before the other, so this key is checked at COMMIT.
    head_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL", deferrable=True, initially="DEFERRED", use_alter=True)
    )

    head: Mapped[Optional["Staff"]] = relationship(foreign_keys=[head_id], post_update=True)
    opening_hours: Mapped[list["OpeningHours"]] = relationship(back_populates="branch")
    rooms: Mapped[list["Room"]] = relationship(back_populates="branch")
    copies: Mapped[list["Copy"]] = relationship(back_populates="branch")


class OpeningHours(Base):
    __tablename__ = "opening_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="ck_opening_hours_weekday"),
        CheckConstraint("opens_at < closes_at"),  # unnamed on purpose
        {"sqlite_with_rowid": False},
    )

    branch_id: Mapped[int] = mapped_column(
        ForeignKey("branches.id", ondelete="CASCADE", onupdate="CASCADE"), primary_key=True
    )
    weekday: Mapped[int] = mapped_column(primary_key=True)  # 1 is Monday
    opens_at: Mapped[time]
    closes_at: Mapped[time]

    branch: Mapped[Branch] = relationship(back_populates="opening_hours")


class Room(Base):
    __tablename__ = "rooms"

    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # counted within the branch
    name: Mapped[str] = mapped_column(String(40))
    seats: Mapped[int] = mapped_column(CheckConstraint("seats > 0", name="ck_rooms_seats"))

    branch: Mapped[Branch] = relationship(back_populates="rooms")
    events: Mapped[list["Event"]] = relationship(back_populates="room")


class Event(Base):
    __tablename__ = "events"
    __table_args__ = (
        ForeignKeyConstraint(
            ["branch_id", "room_number"], ["rooms.branch_id", "rooms.number"], ondelete="RESTRICT", onupdate="CASCADE"
        ),
        UniqueConstraint("branch_id", "room_number", "starts_at"),  # a room holds one event at a time
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    branch_id: Mapped[int]
    room_number: Mapped[int]
    title: Mapped[str] = mapped_column(caseless(120))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    minutes: Mapped[int] = mapped_column(server_default=text("60"))
    details: Mapped[dict[str, Any]] = mapped_column(Document, server_default="{}")

    room: Mapped[Room] = relationship(back_populates="events")


class Staff(Base):
    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("manager_id <> id", name="ck_staff_manager_is_another"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id", ondelete="RESTRICT"), index=True)
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(120), unique=True)
    role: Mapped[StaffRole] = mapped_column(Enum(StaffRole, name="staff_role", length=20))
    hired_on: Mapped[date]
    monthly_pay: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))  # volunteers have none

    branch: Mapped[Branch] = relationship(foreign_keys=[branch_id])
    manager: Mapped[Optional["Staff"]] = relationship(back_populates="reports", remote_side=[id])
    reports: Mapped[list["Staff"]] = relationship(back_populates="manager")


class Member(Base):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    card_number: Mapped[str] = mapped_column(String(8), unique=True, comment="eight digits; leading zeros count")
    first_name: Mapped[str] = mapped_column(String(40))
    last_name: Mapped[str] = mapped_column(String(40))
    full_name: Mapped[str] = mapped_column(String(81), Computed("first_name || ' ' || last_name", persisted=True))
    email: Mapped[str | None] = mapped_column(String(120))
    phone: Mapped[str | None] = mapped_column(String(20))
    birth_date: Mapped[date | None]
    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id"), index=True)
    is_blocked: Mapped[bool] = mapped_column(server_default=false())
    preferences: Mapped[dict[str, Any]] = mapped_column(Document, server_default="{}")
    joined_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())

    __table_args__ = (
        Index("ix_members_last_name_first_name", "last_name", "first_name"),
        Index("uq_members_email_lower", func.lower(email), unique=True),  # Ada@x.org and ada@x.org are one person
    )

    branch: Mapped[Branch] = relationship()
    loans: Mapped[list["Loan"]] = relationship(back_populates="member")
    reservations: Mapped[list["Reservation"]] = relationship(back_populates="member")


# ---------------------------------------------------------------- books


class Genre(Base):
    __tablename__ = "genres"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("genres.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(caseless(40), unique=True)

    parent: Mapped[Optional["Genre"]] = relationship(back_populates="children", remote_side=[id])
    children: Mapped[list["Genre"]] = relationship(back_populates="parent")


class Author(Base):
    __tablename__ = "authors"
    __table_args__ = (
        UniqueConstraint("last_name", "first_name", "born", name="uq_authors_person"),
        CheckConstraint("died IS NULL OR died >= born", name="ck_authors_lifetime"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    first_name: Mapped[str] = mapped_column(String(40))
    last_name: Mapped[str] = mapped_column(String(40))
    born: Mapped[int]
    died: Mapped[int | None]

    credits: Mapped[list["BookAuthor"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "books"
    __table_args__ = (CheckConstraint("published_year BETWEEN 1450 AND 2100", name="ck_books_published_year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    isbn: Mapped[str] = mapped_column(String(13), unique=True)
    title: Mapped[str] = mapped_column(caseless(160), index=True)
    genre_id: Mapped[int] = mapped_column(ForeignKey("genres.id"), index=True)
    published_year: Mapped[int]
    language: Mapped[str] = mapped_column(String(2), server_default="en")
    price: Mapped[Decimal] = mapped_column(Numeric(8, 2))

    genre: Mapped[Genre] = relationship()
    credits: Mapped[list["BookAuthor"]] = relationship(back_populates="book", order_by="BookAuthor.position")
    copies: Mapped[list["Copy"]] = relationship(back_populates="book")


class BookAuthor(Base):
    __tablename__ = "book_authors"
    __table_args__ = (
        PrimaryKeyConstraint("book_id", "author_id", sqlite_on_conflict="IGNORE"),  # a credit given twice is one credit
        UniqueConstraint("book_id", "position"),
    )

    book_id: Mapped[int] = mapped_column(ForeignKey("books.id", ondelete="CASCADE"))
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(server_default=text("1"))  # the order of names on the cover

    book: Mapped[Book] = relationship(back_populates="credits")
    author: Mapped[Author] = relationship(back_populates="credits")


class Copy(Base):
    __tablename__ = "copies"

    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id", ondelete="RESTRICT"), index=True)
    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id", ondelete="RESTRICT"), index=True)
    barcode: Mapped[str] = mapped_column(String(10), unique=True)
    # With create_constraint the enum's name is the name of its CHECK.
    status: Mapped[CopyStatus] = mapped_column(
        Enum(CopyStatus, name="ck_copies_status", native_enum=False, create_constraint=True, length=20),
        server_default="available",
    )
    acquired_on: Mapped[date]
    price: Mapped[Decimal] = mapped_column(Numeric(8, 2), CheckConstraint("price >= 0", name="ck_copies_price"))

    book: Mapped[Book] = relationship(back_populates="copies")
    branch: Mapped[Branch] = relationship(back_populates="copies")
    loans: Mapped[list["Loan"]] = relationship(back_populates="copy")


# ---------------------------------------------------------------- lending


class Loan(Base):
    __tablename__ = "loans"

    id: Mapped[int] = mapped_column(primary_key=True)
    copy_id: Mapped[int] = mapped_column(ForeignKey("copies.id", ondelete="RESTRICT"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="RESTRICT"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    loaned_on: Mapped[date] = mapped_column()
    due_on: Mapped[date]
    returned_on: Mapped[date | None]
    renewals: Mapped[int] = mapped_column(server_default=text("0"))

    __table_args__ = (
        CheckConstraint("due_on >= loaned_on", name="ck_loans_due_on"),
        CheckConstraint("returned_on IS NULL OR returned_on >= loaned_on", name="ck_loans_returned_on"),
        CheckConstraint("renewals BETWEEN 0 AND 5", name="ck_loans_renewals"),
        Index("ix_loans_member_id_loaned_on", "member_id", loaned_on.desc()),  # a member's newest loans first
        Index(  # nobody can borrow a copy that is still out
            "uq_loans_copy_id_open",
            "copy_id",
            unique=True,
            sqlite_where=text("returned_on IS NULL"),
            postgresql_where=text("returned_on IS NULL"),
        ),
        Index(
            "ix_loans_due_on_open",
            "due_on",
            sqlite_where=text("returned_on IS NULL"),
            postgresql_where=text("returned_on IS NULL"),
            postgresql_include=["member_id"],  # a reminder needs no look into the table
        ),
    )

    copy: Mapped[Copy] = relationship(back_populates="loans")
    member: Mapped[Member] = relationship(back_populates="loans")
    fines: Mapped[list["Fine"]] = relationship(back_populates="loan")


class Reservation(Base):
    __tablename__ = "reservations"

    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id"))  # where it will be collected
    status: Mapped[ReservationStatus] = mapped_column(
        Enum(ReservationStatus, name="ck_reservations_status", native_enum=False, create_constraint=True, length=20),
        server_default="waiting",
    )
    placed_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())

    __table_args__ = (
        Index(  # the queue for a book
            "ix_reservations_book_id_placed_at",
            "book_id",
            "placed_at",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )

    book: Mapped[Book] = relationship()
    member: Mapped[Member] = relationship(back_populates="reservations")
    branch: Mapped[Branch] = relationship()


class Fine(Base):
    __tablename__ = "fines"
    __table_args__ = (
        CheckConstraint("amount > 0", name="ck_fines_amount"),
        CheckConstraint("paid BETWEEN 0 AND amount", name="ck_fines_paid"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loans.id", ondelete="CASCADE"), index=True)
    reason: Mapped[FineReason] = mapped_column(Enum(FineReason, name="fine_reason", length=20))
    amount: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    paid: Mapped[Decimal] = mapped_column(Numeric(8, 2), server_default=text("0"))
    outstanding: Mapped[Decimal] = mapped_column(Numeric(8, 2), Computed("round(amount - paid, 2)"))  # virtual
    issued_on: Mapped[date]

    loan: Mapped[Loan] = relationship(back_populates="fines")
    payments: Mapped[list["Payment"]] = relationship(back_populates="fine")


class Payment(Base):
    __tablename__ = "payments"
    __table_args__ = (
        CheckConstraint("amount > 0", name="ck_payments_amount"),
        {"sqlite_autoincrement": True},  # the id is the receipt's number: it is never given out twice
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    fine_id: Mapped[int] = mapped_column(ForeignKey("fines.id", ondelete="RESTRICT"), index=True)
    amount: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    method: Mapped[str] = mapped_column(String(10), server_default="cash")
    paid_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())

    fine: Mapped[Fine] = relationship(back_populates="payments")
