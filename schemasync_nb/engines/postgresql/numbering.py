"""Columns that number their rows: serial, identity, and from one to the other without losing count."""

from __future__ import annotations

from collections.abc import Iterator

from schemasync_nb.catalog import SEQUENCE, Catalog, Entry
from schemasync_nb.engines.postgresql.casts import INTEGERS
from schemasync_nb.engines.postgresql.course import listed
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell, split
from schemasync_nb.engines.postgresql.naming import chosen, free_relation
from schemasync_nb.engines.postgresql.order import NOTHING, Things

SERIALS = {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}
CLAUSES = {"type": "AS", "start": "START WITH", "increment": "INCREMENT BY", "minimum": "MINVALUE"}
CLAUSES |= {"maximum": "MAXVALUE", "cache": "CACHE"}


def kind_of(column: Entry) -> str | None:
    """``identity``, ``serial``, or None for a column that does not number."""
    return next((kind for kind in ("identity", "serial") if column.facts[kind] is not None), None)


def options(column: Entry) -> dict[str, str]:
    """The options of a column's own sequence."""
    stated = listed(column, kind_of(column) or "serial")
    return dict(option.split("=", 1) for option in stated if "=" in option)


def stated_of(sequence: Entry) -> dict[str, str]:
    """The options of a standalone sequence, as a column's own sequence states them."""
    facts = {name: fact for name, fact in sequence.facts.items() if name != "comment"}
    return {name: ("yes" if fact else "no") if isinstance(fact, bool) else str(fact) for name, fact in facts.items()}


def clauses(stated: dict[str, str]) -> str:
    """Options as ALTER SEQUENCE takes them."""
    words = [f"{CLAUSES[name]} {value}" for name, value in stated.items() if name in CLAUSES]
    if "cycle" in stated:
        words.append("CYCLE" if stated["cycle"] == "yes" else "NO CYCLE")
    return " ".join(words)


def is_plain_serial(column: Entry) -> bool:
    """True when ``serial`` says all about it."""
    type_ = str(column.facts["type"])
    usual = {"type": type_, "start": "1", "increment": "1", "minimum": "1", "cache": "1", "cycle": "no"}
    usual["maximum"] = str(INTEGERS.get(type_, 0) - 1)
    return type_ in SERIALS and bool(column.facts["not_null"]) and options(column) == usual


def own_sequence(column: Entry) -> str:
    """An expression for the name of a column's own sequence."""
    return f"pg_get_serial_sequence({literal(quote_table(column.table))}, {literal(column.name or '')})"


def own_relation(column: Entry) -> Things:
    """The name that a column's own sequence has, where nobody gave it another one."""
    if kind_of(column) is None:
        return NOTHING
    schema, table = split(column.table)
    return frozenset({(f"relation {schema}", chosen(table, column.name or "", "seq"))})


def alter(column: Entry) -> str:
    return f"ALTER TABLE {quote_table(column.table)} ALTER COLUMN {quote(column.name or '')}"


def identity_clause(column: Entry) -> str:
    how = "ALWAYS" if listed(column, "identity")[0] == "always" else "BY DEFAULT"
    return f"GENERATED {how} AS IDENTITY ({clauses(options(column))})"


def start_numbering(column: Entry, *catalogs: Catalog) -> Iterator[str]:
    """Statements that let a column of integers number its rows from now on, beyond those that are there."""
    if kind_of(column) == "identity":
        yield f"{alter(column)} ADD {identity_clause(column)}"
    else:
        yield from _own_a_sequence(column, *catalogs)
    yield count_on(column)


def _own_a_sequence(column: Entry, *catalogs: Catalog) -> Iterator[str]:
    schema, table = split(column.table)
    name = quote_table(spell(schema, free_relation(schema, table, column.name or "", "seq", *catalogs)))
    yield f"CREATE SEQUENCE {name} {clauses(options(column))}"
    yield f"{alter(column)} SET DEFAULT nextval({literal(name)})"
    yield f"ALTER SEQUENCE {name} OWNED BY {quote_table(column.table)}.{quote(column.name or '')}"


def count_on(column: Entry, sequence: Entry | None = None) -> str:
    """The next number of a new sequence is beyond all that are there, and where it starts by itself if that is beyond.

    sequence  that the column draws from; None: its own
    """
    name = quote(column.name or "")
    stated = options(column) if sequence is None else stated_of(sequence)
    down = stated["increment"].startswith("-")
    furthest, beyond = (f"min({name})", "<=") if down else (f"max({name})", ">=")
    target = own_sequence(column) if sequence is None else literal(named(sequence))
    where = f"{furthest} {beyond} {stated['start']}"
    return f"SELECT setval({target}, {furthest}) FROM {quote_table(column.table)} HAVING {where}"


def named(sequence: Entry) -> str:
    """The name of a standalone sequence, with its schema."""
    return quote_table(spell(split(sequence.table)[0], sequence.name or ""))


def stop_numbering(column: Entry) -> Iterator[str]:
    """Statements that leave a column with its numbers and nothing that makes new ones."""
    if kind_of(column) == "identity":
        yield f"{alter(column)} DROP IDENTITY"
        return
    body = [f"{alter(column)} DROP DEFAULT;", "EXECUTE 'DROP SEQUENCE ' || own;"]
    yield _with_own_sequence(column, body)


def hand_over(old: Entry, new: Entry, *catalogs: Catalog) -> str:
    """One way of numbering becomes the other, and the next number stays the next number."""
    if kind_of(old) == "serial":
        away = [f"{alter(old)} DROP DEFAULT;", "EXECUTE 'DROP SEQUENCE ' || own;"]
        again = [f"{alter(new)} ADD {identity_clause(new)};"]
    else:
        away = [f"{alter(old)} DROP IDENTITY;"]
        again = [f"{statement};" for statement in _own_a_sequence(new, *catalogs)]
    at = ["EXECUTE 'SELECT last_value, is_called FROM ' || own INTO at, called;"]
    then = [f"PERFORM setval({own_sequence(new)}, at, called);"]
    return _with_own_sequence(old, [*at, *away, *again, *then], "at bigint; called boolean;")


def _with_own_sequence(column: Entry, body: list[str], declared: str = "") -> str:
    lines = "\n  ".join(body)
    declared = f" {declared}" if declared else ""
    return f"DO $$ DECLARE own text := {own_sequence(column)};{declared}\nBEGIN\n  {lines}\nEND $$"


def alter_numbering(old: Entry, new: Entry) -> Iterator[str]:
    """Statements that change how a column numbers, where the way itself stays."""
    was, becomes = options(old), options(new)
    changed = {name: value for name, value in becomes.items() if was.get(name) != value}
    if kind_of(new) == "serial":
        if changed:
            yield _with_own_sequence(new, [f"EXECUTE 'ALTER SEQUENCE ' || own || {literal(' ' + clauses(changed))};"])
        return
    words = [f"SET {word}" for word in _separate(changed)]
    how = listed(new, "identity")[0]
    if listed(old, "identity")[0] != how:
        words.insert(0, f"SET GENERATED {'ALWAYS' if how == 'always' else 'BY DEFAULT'}")
    if words:
        yield f"{alter(new)} {' '.join(words)}"


def _separate(changed: dict[str, str]) -> Iterator[str]:
    for name, value in changed.items():
        yield clauses({name: value})


def adopted(old: Entry, new: Entry, before: Catalog, after: Catalog) -> Entry | None:
    """The standalone sequence that a column drew from and that becomes its own."""
    if kind_of(old) is not None or kind_of(new) != "serial":
        return None
    return _drawn_from(old, before, after)


def released(old: Entry, new: Entry, before: Catalog, after: Catalog) -> Entry | None:
    """The sequence that was a column's own and that from now on stands alone."""
    if kind_of(old) != "serial" or kind_of(new) is not None:
        return None
    return _drawn_from(new, after, before)


def _drawn_from(column: Entry, here: Catalog, there: Catalog) -> Entry | None:
    schema = split(column.table)[0]
    known = {(e.table, e.name) for e in there.entries if e.kind == SEQUENCE}
    for entry in here.entries:
        if entry.kind == SEQUENCE and split(entry.table)[0] == schema and (entry.table, entry.name) not in known:
            name = quote_table(spell(schema, entry.name or ""))
            if column.facts["default"] == f"nextval({literal(name)}::regclass)":
                return entry
    return None


def sequence_changes(old: Entry, new: Entry) -> dict[str, str]:
    """The options in which two standalone sequences differ, as a column's own sequence states them."""
    stated = stated_of(old)
    return {name: option for name, option in stated_of(new).items() if stated.get(name) != option}


def adopt(sequence: Entry, old: Entry, new: Entry) -> Iterator[str]:
    """Statements that make the sequence a column draws from its own."""
    name = named(sequence)
    stated = stated_of(sequence)
    changed = {option: value for option, value in options(new).items() if stated.get(option) != value}
    yield f"ALTER SEQUENCE {name} OWNED BY {quote_table(new.table)}.{quote(new.name or '')}"
    if changed:
        yield f"ALTER SEQUENCE {name} {clauses(changed)}"


def release(sequence: Entry, old: Entry) -> Iterator[str]:
    """Statements that let a column's own sequence stand alone under its name."""
    name = named(sequence)
    stated = stated_of(sequence)
    body = [
        "EXECUTE 'ALTER SEQUENCE ' || own || ' OWNED BY NONE';",
        f"IF own <> {literal(name)} THEN",
        f"  EXECUTE 'ALTER SEQUENCE ' || own || {literal(' RENAME TO ' + quote(sequence.name or ''))};",
        "END IF;",
    ]
    yield _with_own_sequence(old, body)
    changed = {option: value for option, value in stated.items() if options(old).get(option) != value}
    if changed:
        yield f"ALTER SEQUENCE {name} {clauses(changed)}"
