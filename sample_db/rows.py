"""The rows of the sample: some 20,000, the same ones every time, made from a seeded generator and a few words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

Row = dict[str, Any]

FIRST_DAY, LAST_DAY = date(2021, 1, 4), date(2025, 6, 30)  # what the loans span; the last day is the sample's "today"
MEMBERS, BOOKS, AUTHORS, COPIES, LOANS, RESERVATIONS, EVENTS = 2_200, 1_800, 900, 4_200, 6_600, 900, 420
LOAN_DAYS, DAILY_FINE, HIGHEST_FINE = 21, Decimal("0.20"), Decimal("12.00")

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def all_rows(seed: int = 1987) -> dict[str, list[Row]]:
    """Table name -> rows, parents before children; the same for the same seed."""
    random = Random(seed)  # noqa: S311  believable, not secret
    rows: dict[str, list[Row]] = {}
    rows["branches"] = _branches()
    rows["opening_hours"] = _opening_hours(rows["branches"])
    rows["rooms"] = _rooms()
    rows["events"] = _events(random, rows["rooms"])
    rows["staff"] = _staff(random, rows["branches"])
    rows["members"] = _members(random, rows["branches"])
    rows["genres"] = _genres()
    rows["authors"] = _authors(random)
    rows["books"] = _books(random, rows["genres"])
    rows["book_authors"] = _book_authors(random, rows["books"], rows["authors"])
    rows["copies"] = _copies(random, rows["books"], rows["branches"])
    rows["loans"] = _loans(random, rows["copies"], rows["members"], rows["staff"])
    rows["reservations"] = _reservations(random, rows["books"], rows["members"])
    rows["fines"] = _fines(random, rows["loans"], rows["copies"])
    rows["payments"] = _payments(random, rows["fines"])
    return rows


def _day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randint(0, (last - first).days))


def _moment(random: Random, day: date) -> datetime:
    return datetime.combine(day, time(random.randint(9, 18), random.randint(0, 59), random.randint(0, 59)))


def _skewed(random: Random, items: Sequence[Row]) -> Row:
    """An item, the early ones far oftener: a few books are wanted by everybody."""
    return items[int(len(items) * random.random() ** 2)]


# ---------------------------------------------------------------- places and people


def _branches() -> list[Row]:
    # The heads are the first of the staff, in the order of the branches.
    facts = ("code", "name", "address", "opened_on")
    return [
        {"id": n, "head_id": n, "is_open": True} | {fact: branch[fact] for fact in facts}
        for n, branch in enumerate(WORDS["branches"], 1)
    ]


def _opening_hours(branches: list[Row]) -> list[Row]:
    return [
        {
            "branch_id": branch["id"],
            "weekday": weekday,
            "opens_at": time(10 if weekday == 6 else 9, 30 if branch["id"] % 2 else 0),
            "closes_at": time(14 if weekday == 6 else 20 if weekday == 4 else 18),
        }
        for branch in branches
        for weekday in range(1, 7)
    ]


def _rooms() -> list[Row]:
    return [
        {"branch_id": n, "number": number, "name": name, "seats": seats}
        for n, branch in enumerate(WORDS["branches"], 1)
        for number, (name, seats) in enumerate(branch["rooms"].items(), 1)
    ]


def _events(random: Random, rooms: list[Row]) -> list[Row]:
    events: dict[tuple[int, int, datetime], Row] = {}  # a room holds one event at a time
    while len(events) < EVENTS:
        room, title = random.choice(rooms), random.choice(list(WORDS["events"]))
        details = dict(WORDS["events"][title])
        starts_at = datetime.combine(_day(random, FIRST_DAY, LAST_DAY), time(random.choice([10, 14, 16, 18, 19])))
        events[room["branch_id"], room["number"], starts_at] = {
            "branch_id": room["branch_id"],
            "room_number": room["number"],
            "title": title,
            "starts_at": starts_at,
            "minutes": details.pop("minutes"),
            "details": details,
        }
    in_order = sorted(events.values(), key=lambda event: (event["starts_at"], event["branch_id"], event["room_number"]))
    return [{"id": n} | event for n, event in enumerate(in_order, 1)]


def _staff(random: Random, branches: list[Row]) -> list[Row]:
    staff = []
    for n in range(1, 43):
        branch_id = (n - 1) % len(branches) + 1
        is_head = n <= len(branches)
        role = "head" if is_head else random.choice(["librarian", "librarian", "assistant", "volunteer"])
        first, last = random.choice(WORDS["first_names"]), random.choice(WORDS["last_names"])
        pay = {"head": 4600, "librarian": 3700, "assistant": 2900}.get(role)
        staff.append(
            {
                "id": n,
                "branch_id": branch_id,
                "manager_id": None if n == 1 else 1 if is_head else branch_id,
                "name": f"{first} {last}",
                "email": f"{_plain(first)[0]}.{_plain(last)}{n}@library.example",
                "role": role,
                "hired_on": _day(random, branches[branch_id - 1]["opened_on"], FIRST_DAY),
                "monthly_pay": None if pay is None else Decimal(pay + 50 * random.randint(0, 12)),
            }
        )
    return staff


def _members(random: Random, branches: list[Row]) -> list[Row]:
    members: list[Row] = []
    joined = sorted(_day(random, date(2016, 1, 4), LAST_DAY) for _ in range(MEMBERS))
    for n, joined_on in enumerate(joined, 1):
        first, last = random.choice(WORDS["first_names"]), random.choice(WORDS["last_names"])
        address = f"{_plain(first)}.{_plain(last)}{n}@mail.example"
        birthday = _day(random, date(1938, 1, 1), joined_on - timedelta(days=6 * 365))
        preferences: Row = {"language": random.choice(WORDS["languages"])}
        if random.random() < 0.3:
            preferences["newsletter"] = True
        members.append(
            {
                "id": n,
                "card_number": f"{7 * n:08d}",
                "first_name": first,
                "last_name": last,
                "email": None if random.random() < 0.06 else address.title() if random.random() < 0.1 else address,
                "phone": None if random.random() < 0.35 else _phone(random),
                "birth_date": None if random.random() < 0.1 else birthday,
                "branch_id": _skewed(random, branches)["id"],
                "is_blocked": random.random() < 0.02,
                "preferences": preferences,
                "joined_at": _moment(random, joined_on),
            }
        )
    return members


def _plain(name: str) -> str:
    """A name as it stands in an e-mail address."""
    return name.lower().replace("é", "e").replace("č", "c").replace("'", "")


def _phone(random: Random) -> str:
    return f"0{random.randint(200, 799)} {random.randint(100_000, 999_999)}"


# ---------------------------------------------------------------- books


def _genres() -> list[Row]:
    tops = list(WORDS["genres"])
    rows: list[Row] = [{"id": n, "parent_id": None, "name": top} for n, top in enumerate(tops, 1)]
    for top, names in WORDS["genres"].items():
        parent_id, first = tops.index(top) + 1, len(rows) + 1
        rows += [{"id": n, "parent_id": parent_id, "name": name} for n, name in enumerate(names, first)]
    return rows


def _authors(random: Random) -> list[Row]:
    people: dict[tuple[str, str, int], Row] = {}
    while len(people) < AUTHORS:
        first, last = random.choice(WORDS["first_names"]), random.choice(WORDS["last_names"])
        born = random.randint(1860, 1992)
        died = born + random.randint(38, 95)
        has_died = died < LAST_DAY.year and (born < 1930 or random.random() < 0.2)
        person = {"first_name": first, "last_name": last, "born": born, "died": died if has_died else None}
        people[last, first, born] = person
    return [{"id": n} | person for n, person in enumerate(people.values(), 1)]


def _books(random: Random, genres: list[Row]) -> list[Row]:
    shelves = [genre["id"] for genre in genres if genre["parent_id"] is not None]
    books = []
    for n in range(1, BOOKS + 1):
        noun, other = random.sample(WORDS["nouns"], 2)
        adjective, place = random.choice(WORDS["adjectives"]), random.choice(WORDS["places"])
        pattern = random.choice(WORDS["title_patterns"])
        books.append(
            {
                "id": n,
                "isbn": _isbn(n),
                "title": pattern.format(adjective=adjective, noun=noun, other=other, place=place),
                "genre_id": random.choice(shelves),
                "published_year": min(2025, 1950 + int(76 * random.random() ** 0.6)),
                "language": random.choice(WORDS["languages"]),
                "price": Decimal(random.randint(6, 38) * 100 + random.choice([0, 50, 95])) / 100,
            }
        )
    return books


def _isbn(n: int) -> str:
    """An ISBN-13 with its right check digit."""
    digits = f"978{n * 7919 % 10**9:09d}"
    return digits + str(-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10)


def _book_authors(random: Random, books: list[Row], authors: list[Row]) -> list[Row]:
    rows = []
    for book in books:
        born_before = [author for author in random.sample(authors, 40) if author["born"] + 20 <= book["published_year"]]
        names = random.choices([1, 2, 3], [78, 18, 4])[0]
        rows += [
            {"book_id": book["id"], "author_id": author["id"], "position": position}
            for position, author in enumerate(born_before[:names], 1)
        ]
    return rows


def _copies(random: Random, books: list[Row], branches: list[Row]) -> list[Row]:
    copies = []
    for n in range(1, COPIES + 1):
        book = books[n - 1] if n <= len(books) else _skewed(random, books)  # every book once, the wanted ones often
        copies.append(
            {
                "id": n,
                "book_id": book["id"],
                "branch_id": _skewed(random, branches)["id"],
                "barcode": f"L{n:06d}",
                "status": random.choices(["available", "in_repair", "lost"], [96, 2, 2])[0],
                "acquired_on": _day(random, max(date(2012, 1, 1), date(book["published_year"], 1, 1)), LAST_DAY),
                "price": book["price"],
            }
        )
    return copies


# ---------------------------------------------------------------- lending


def _loans(random: Random, copies: list[Row], members: list[Row], staff: list[Row]) -> list[Row]:
    """Loans in the order of their days; a copy is out once at a time, and its status says whether it is."""
    free_from = {copy["id"]: copy["acquired_on"] for copy in copies if copy["status"] == "available"}
    on_shelf = [copy for copy in copies if copy["id"] in free_from]
    loans: list[Row] = []
    for loaned_on in sorted(_day(random, FIRST_DAY, LAST_DAY) for _ in range(LOANS)):
        copy = next(c for c in iter(lambda: _skewed(random, on_shelf), None) if free_from[c["id"]] <= loaned_on)
        member = next(m for m in iter(lambda: random.choice(members), None) if m["joined_at"].date() <= loaned_on)
        renewals = random.choices([0, 1, 2, 3], [80, 13, 5, 2])[0]
        due_on = loaned_on + timedelta(days=LOAN_DAYS * (1 + renewals))
        days_late = random.choices([-random.randint(0, LOAN_DAYS - 2), random.randint(1, 50), 900], [895, 100, 5])[0]
        returned_on = due_on + timedelta(days=days_late)
        is_out = returned_on > LAST_DAY
        if is_out:
            copy["status"] = "on_loan"
        free_from[copy["id"]] = date.max if is_out else returned_on
        loans.append(
            {
                "id": len(loans) + 1,
                "copy_id": copy["id"],
                "member_id": member["id"],
                "staff_id": None if random.random() < 0.3 else random.choice(staff)["id"],  # None: at the machine
                "loaned_on": loaned_on,
                "due_on": due_on,
                "returned_on": None if is_out else returned_on,
                "renewals": renewals,
            }
        )
    return loans


def _reservations(random: Random, books: list[Row], members: list[Row]) -> list[Row]:
    rows = []
    for n, day in enumerate(sorted(_day(random, FIRST_DAY, LAST_DAY) for _ in range(RESERVATIONS)), 1):
        is_recent = (LAST_DAY - day).days < 60
        states = ["waiting", "ready", "cancelled"] if is_recent else ["collected", "collected", "cancelled"]
        member = next(m for m in iter(lambda: random.choice(members), None) if m["joined_at"].date() <= day)
        rows.append(
            {
                "id": n,
                "book_id": _skewed(random, books)["id"],
                "member_id": member["id"],
                "branch_id": member["branch_id"],
                "status": random.choice(states),
                "placed_at": _moment(random, day),
            }
        )
    return rows


def _fines(random: Random, loans: list[Row], copies: list[Row]) -> list[Row]:
    fines: list[Row] = []
    for loan in loans:
        back = loan["returned_on"]
        if back is None:
            continue
        days_late = (back - loan["due_on"]).days
        price = copies[loan["copy_id"] - 1]["price"]
        if days_late > 0:
            reason, amount = "late", min(days_late * DAILY_FINE, HIGHEST_FINE)
        elif random.random() < 0.01:
            reason, amount = "damaged", price / 2
        else:
            continue
        amount = amount.quantize(Decimal("0.01"))
        part = random.choices([Decimal(1), Decimal(0), Decimal("0.5")], [70, 22, 8])[0]
        fines.append(
            {
                "id": len(fines) + 1,
                "loan_id": loan["id"],
                "reason": reason,
                "amount": amount,
                "paid": (amount * part).quantize(Decimal("0.01")),
                "issued_on": back,
            }
        )
    return fines


def _payments(random: Random, fines: list[Row]) -> list[Row]:
    paid = [fine for fine in fines if fine["paid"]]
    rows = [
        {
            "fine_id": fine["id"],
            "amount": fine["paid"],
            "method": random.choice(["cash", "card", "card", "online"]),
            "paid_at": _moment(random, min(LAST_DAY, fine["issued_on"] + timedelta(days=random.randint(0, 40)))),
        }
        for fine in paid
    ]
    return [{"id": n} | row for n, row in enumerate(sorted(rows, key=lambda row: row["paid_at"]), 1)]
