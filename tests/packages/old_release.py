"""An old release's schema with rows in it: run by make_dumps.py, inside the old release's own environment.

    python old_release.py REAL.py URL [TABLE.COLUMN ...]

What is named after the URL may be NULL, but never is where the package is in use.

Python 3.7 and SQLAlchemy 1.3 are what old releases need, so nothing newer is used here.
"""

# ruff: noqa: B905 - there is no strict zip there

import datetime
import random
import re
import runpy
import sys

import sqlalchemy as sa

ROWS = 24
WORDS = ("alpha", "it's 100% sure", "Zoë :name", "two\nlines", "back\\slash", "日本", "%s", "", "Alpha", 'a "quote"')
START = datetime.datetime(2019, 3, 1, 8, 30, 15, 120000)


def plain(column_type, dialect):
    """The type that the database sees, where a package has wrapped one in its own."""
    while isinstance(column_type, sa.types.TypeDecorator):
        column_type = column_type.load_dialect_impl(dialect)
    return column_type


def allowed(table, column, column_type):
    """What a CHECK or an enum lets a column be; None where it can be anything."""
    if isinstance(column_type, sa.Enum):
        return list(column_type.enums)
    for constraint in table.constraints:
        if not isinstance(constraint, sa.CheckConstraint) or isinstance(column_type, sa.Boolean):
            continue
        text = str(constraint.sqltext.compile(compile_kwargs={"literal_binds": True}))
        own = rf"\s*(?:{re.escape(table.name)}\.)?{re.escape(column.name)}"
        if re.match(own + r"\s+IN\s*\(", text, re.I):
            return re.findall(r"'([^']*)'", text)
        equal = re.match(own + r"\s*=\s*(\d+)\s*$", text)
        if equal:
            return [int(equal.group(1))]
    return None


def value(table, column, column_type, row, chance):
    """A value for a column of one row."""
    choices = allowed(table, column, column_type)
    unique = column.primary_key or any(
        isinstance(c, sa.UniqueConstraint) and column.name in c.columns for c in table.constraints
    )
    if choices:
        return chance.choice(choices)
    if isinstance(column_type, sa.Boolean):
        return chance.random() < 0.5
    if isinstance(column_type, sa.Integer):
        top = 2**40 if isinstance(column_type, sa.BigInteger) else 2**14
        return row + 1 if unique else chance.choice([0, 1, row, top])
    if isinstance(column_type, sa.DateTime):
        return START + datetime.timedelta(days=row, hours=7 * row)
    if isinstance(column_type, sa.Date):
        return START.date() + datetime.timedelta(days=row)
    if isinstance(column_type, (sa.Float, sa.Numeric)):
        return row - 2.5
    if isinstance(column_type, sa.LargeBinary):
        return bytes([row, 0, 255, 39])
    assert isinstance(column_type, sa.String), (table.name, column.name, column_type)
    if "JSON" in type(column.type).__name__.upper():
        return f"[{row}]" if "List" in type(column.type).__name__ else f'{{"row": {row}, "text": "it\'s"}}'
    length = column_type.length or 60
    if unique or length < 20:
        return f"{row + 1:08d}"[-length:]
    return f"{column.name} {chance.choice(WORDS)}"[:length]


def rows_of(table, known, dialect, never_null):
    """A couple of dozen rows that respect every key of the table and every CHECK that is a list of values."""
    chance = random.Random(table.name)
    keys = [list(table.primary_key.columns)] if len(table.primary_key.columns) else []
    keys += [list(c.columns) for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
    keys += [list(i.columns) for i in table.indexes if i.unique]
    seen = [set() for _ in keys]
    rows = []
    for at in range(ROWS):
        for _ in range(200):
            row = {c.name: value(table, c, plain(c.type, dialect), at, chance) for c in table.columns}
            for column in table.columns:
                optional = column.nullable and not column.primary_key and str(column) not in never_null
                if optional and chance.random() < 0.2:
                    row[column.name] = None
            foreign = sorted(table.foreign_key_constraints, key=lambda key: (len(key.elements), key.column_keys))
            possible = all(point(table, key, row, rows, known, chance) for key in foreign)
            identities = [tuple(row[c.name] for c in key) for key in keys]
            taken = [i in s for i, s in zip(identities, seen) if None not in i]
            if possible and not any(taken):
                for identity, those in zip(identities, seen):
                    those.add(identity)
                rows.append(row)
                break
    return rows


def point(table, key, row, rows, known, chance):
    """Let a foreign key point to a row that is there, or to none; False where it can do neither."""
    parent = key.elements[0].column.table
    parents = rows if parent is table else known.get(parent.name, [])
    columns = [element.parent for element in key.elements]
    targets = [element.column.name for element in key.elements]
    found = [each for each in parents if all(each[t] is not None for t in targets)]
    if found:
        one = chance.choice(found)
        row.update({c.name: one[t] for c, t in zip(columns, targets) if row[c.name] is not None})
        return True
    if parent is table and not any(c.nullable for c in columns):
        row.update({c.name: row[t] for c, t in zip(columns, targets)})  # the first row is its own parent
        return True
    for column in columns:
        if column.nullable:
            row[column.name] = None
            return True
    return False


def main(real, url, *never_null):
    sys.path[:] = [folder for folder in sys.path if folder and not folder.endswith("tests/packages")]
    metadata = runpy.run_path(real)["metadata"]
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    known = {}
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            known[table.name] = rows = rows_of(table, known, engine.dialect, never_null)
            assert rows, table.name
            bare = sa.table(table.name, *[sa.column(c.name, plain(c.type, engine.dialect)) for c in table.columns])
            connection.execute(bare.insert(), rows)
        if engine.dialect.name == "postgresql":
            advance_sequences(connection, metadata)


def advance_sequences(connection, metadata):
    """Let every serial go on after the rows that were written with their ids."""
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.Integer) and column is table._autoincrement_column:
                counter = connection.execute(
                    sa.text("SELECT pg_get_serial_sequence(:t, :c)"), t=f'"{table.name}"', c=column.name
                ).scalar()
                if counter:
                    top = sa.text(f'SELECT setval(:s, max("{column.name}")) FROM "{table.name}"')
                    connection.execute(top, s=counter)


if __name__ == "__main__":
    main(*sys.argv[1:])
