"""Schemas, enums, domains and sequences: what tables lie in and columns are made of."""

from __future__ import annotations

from collections.abc import Iterator

from schemasync_nb.catalog import COLUMN, DOMAIN, ENUM, SCHEMA, SEQUENCE, Catalog, Entry
from schemasync_nb.engines.postgresql.course import Course, listed, with_type_renamed
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell, split
from schemasync_nb.engines.postgresql.numbering import adopted, clauses, count_on, released, sequence_changes
from schemasync_nb.engines.postgresql.order import (
    DROP_SCHEMAS,
    DROP_TYPES,
    SCHEMAS,
    TIGHTEN,
    TYPES,
    Act,
    Things,
    thing,
)
from schemasync_nb.engines.statement import Statement

WORDS = {SCHEMA: "SCHEMA", ENUM: "TYPE", DOMAIN: "DOMAIN", SEQUENCE: "SEQUENCE"}
OLD = "_schemasync_old_"


def loose_acts(course: Course) -> Iterator[Act]:
    """The acts on what belongs to a schema and to no table."""
    taken_over, set_free = _owners(course)
    for old, new in course.loose:
        if new is None:
            assert old is not None
            if thing(old) not in taken_over:
                yield _drop(old)
        elif old is None:
            if thing(new) not in set_free:
                yield from _create(course, new)
        elif thing(new)[0] in course.remade:
            yield from _remake(course, old, new)
        elif old.facts != new.facts:
            yield _alter(course, old, new)


def _owners(course: Course) -> tuple[Things, Things]:
    """The sequences that become a column's own, and those that were."""
    pairs = [pair for pairs in course.columns.values() for pair in pairs]
    sides = course.before, course.after
    taken = [adopted(old, new, *sides) for old, new in pairs if old is not None and new is not None]
    freed = [released(old, new, *sides) for old, new in pairs if old is not None and new is not None]
    return frozenset(thing(e) for e in taken if e), frozenset(thing(e) for e in freed if e)


def _needs(entry: Entry) -> Things:
    # a sequence that is merely owned by a column stands on its own feet
    return frozenset(use for use in entry.uses if use != thing(entry) and not (entry.kind == SEQUENCE and use[1]))


def _words(entry: Entry) -> str:
    return f"{entry.kind} {thing(entry)[0]}"


def _name(entry: Entry) -> str:
    return quote(split(entry.table)[0]) if entry.kind == SCHEMA else quote_table(thing(entry)[0])


def _create(course: Course, new: Entry) -> Iterator[Act]:
    own = frozenset({thing(new)})
    rank = SCHEMAS if new.kind == SCHEMA else TYPES
    takes = own | {(f"relation {split(new.table)[0]}", new.name or "")} if new.kind == SEQUENCE else own
    yield Act(rank, (Statement(new.sql, f"create {_words(new)}"),), needs=_needs(new), makes=own, takes=takes)
    if new.kind == SEQUENCE:
        for column in course.after.entries:
            if column.kind == COLUMN and thing(new) in column.uses and _draws(column, new):
                statement = Statement(count_on(column, new), f"{_words(new)}: beyond what is there")
                yield Act(TIGHTEN, (statement,), needs=own | {(column.table, ""), thing(column)})


def _draws(column: Entry, sequence: Entry) -> bool:
    default = f"nextval({literal(_name(sequence))}::regclass)"
    return column.facts["default"] == default and column.facts["type"] in ("smallint", "integer", "bigint")


def _drop(old: Entry) -> Act:
    own = frozenset({thing(old)})
    rank = DROP_SCHEMAS if old.kind == SCHEMA else DROP_TYPES
    # a sequence that a dropped column owned is gone with it
    exists = "IF EXISTS " if old.kind == SEQUENCE else ""
    statement = Statement(f"DROP {WORDS[old.kind]} {exists}{_name(old)}", f"drop {_words(old)}")
    frees = own | {(f"relation {split(old.table)[0]}", old.name or "")} if old.kind == SEQUENCE else own
    return Act(rank, (statement,), leaves=_needs(old), ends=own, frees=frees)


def _remake(course: Course, old: Entry, new: Entry) -> Iterator[Act]:
    """The old type makes room under another name until nothing uses it any more."""
    schema, name = split(thing(old)[0])
    aside = OLD + name.encode()[: 63 - len(OLD)].decode(errors="ignore")
    word = WORDS[old.kind]
    own = frozenset({thing(new)})
    steps = [*_rename_labels(course, old), f"ALTER {word} {_name(old)} RENAME TO {quote(aside)}", new.sql]
    steps.append(_like(old, quote_table(spell(schema, aside))))
    statements = [Statement(sql, "" if at else f"make {_words(new)} anew") for at, sql in enumerate(steps)]
    yield Act(TYPES, tuple(statements), needs=_needs(new), makes=own)
    gone = Statement(f"DROP {word} {quote_table(spell(schema, aside))}", f"the {_words(old)} that was")
    yield Act(DROP_TYPES, (gone,), leaves=_needs(old), ends=own)


def _like(old: Entry, aside: str) -> str:
    """The new type belongs to whom the old one did, and says the same of itself."""
    target = f"ALTER {WORDS[old.kind]} {_name(old)} OWNER TO "
    said = f"COMMENT ON {WORDS[old.kind]} {_name(old)} IS "
    return (
        f"DO $$ DECLARE old pg_type;\nBEGIN\n"
        f"  SELECT * INTO old FROM pg_type WHERE oid = {literal(aside)}::regtype;\n"
        f"  EXECUTE {literal(target)} || quote_ident(pg_get_userbyid(old.typowner));\n"
        f"  EXECUTE {literal(said)} || quote_nullable(obj_description(old.oid, 'pg_type'));\n"
        "END $$"
    )


def _alter(course: Course, old: Entry, new: Entry) -> Act:
    if new.kind == ENUM:
        steps = list(_labels(course, old, new))
    elif new.kind == DOMAIN:
        steps = list(_domain(old, new))
    else:
        steps = [f"ALTER SEQUENCE {_name(new)} {clauses(sequence_changes(old, new))}"]
    why = f"alter {_words(new)}"
    statements = tuple(Statement(sql, "" if at else why) for at, sql in enumerate(steps))
    return Act(TYPES, statements, needs=_needs(new), makes=frozenset({thing(new)}))


def _rename_labels(course: Course, old: Entry) -> Iterator[str]:
    for label, to in course.renamed_labels(old).items() if old.kind == ENUM else ():
        yield f"ALTER TYPE {_name(old)} RENAME VALUE {literal(label)} TO {literal(to)}"


def _labels(course: Course, old: Entry, new: Entry) -> Iterator[str]:
    name = _name(new)
    yield from _rename_labels(course, old)
    renamed = course.renamed_labels(new)
    labels = [renamed.get(label, label) for label in listed(old, "labels")]
    wanted = listed(new, "labels")
    for at, label in enumerate(wanted):
        if label in labels:
            continue
        before = next((other for other in wanted[at:] if other in labels), None)
        place = f" BEFORE {literal(before)}" if before is not None else ""
        yield f"ALTER TYPE {name} ADD VALUE {literal(label)}{place}"


def _domain(old: Entry, new: Entry) -> Iterator[str]:
    alter = f"ALTER DOMAIN {_name(new)}"
    was, becomes = set(listed(old, "checks")), set(listed(new, "checks"))
    for check in sorted(was - becomes):
        yield f"{alter} DROP CONSTRAINT {check[: check.index(' CHECK (')]}"
    for check in sorted(becomes - was):
        yield f"{alter} ADD CONSTRAINT {check}"
    if old.facts["default"] != new.facts["default"]:
        default = new.facts["default"]
        yield f"{alter} DROP DEFAULT" if default is None else f"{alter} SET DEFAULT {default}"
    if old.facts["not_null"] != new.facts["not_null"]:
        yield f"{alter} {'SET' if new.facts['not_null'] else 'DROP'} NOT NULL"


def renamed_types(before: Catalog, after: Catalog) -> tuple[Catalog, Catalog, list[Act]]:
    """Enums and domains that only got another name or schema: the acts, and both catalogs as if they had it already."""
    acts: list[Act] = []
    for old, new in list(_renamed(before, after)):
        was, becomes = thing(old)[0], thing(new)[0]
        (schema, name), (to_schema, to_name) = split(was), split(becomes)
        word = WORDS[old.kind]
        statements = []
        if to_schema != schema:
            statements.append(Statement(f"ALTER {word} {_name(old)} SET SCHEMA {quote(to_schema)}"))
        if to_name != name:
            moved = quote_table(spell(to_schema, name))
            statements.append(Statement(f"ALTER {word} {moved} RENAME TO {quote(to_name)}"))
        first = Statement(statements[0].sql, f"rename {_words(old)} to {becomes}")
        acts.append(
            Act(
                SCHEMAS,
                (first, *statements[1:]),
                leaves=_needs(old),
                needs=_needs(new),
                makes=frozenset({thing(new)}),
                takes=frozenset({thing(new)}),
            )
        )
        before = _moved(with_type_renamed(before, was, becomes), old, new)
        after = with_type_renamed(after, was, becomes)
    return before, after, acts


def _moved(catalog: Catalog, old: Entry, new: Entry) -> Catalog:
    place = old.kind, old.table, old.name
    return catalog.replace(new if (e.kind, e.table, e.name) == place else e for e in catalog.entries)


def _renamed(before: Catalog, after: Catalog) -> Iterator[tuple[Entry, Entry]]:
    """Types that are gone, with the same under another name, which every column of the one has afterwards."""
    sides = [{thing(e)[0]: e for e in side.entries if e.kind in (ENUM, DOMAIN)} for side in (before, after)]
    gone = [entry for name, entry in sides[0].items() if name not in sides[1]]
    come = [entry for name, entry in sides[1].items() if name not in sides[0]]
    for old in gone:
        for new in come:
            if old.kind == new.kind and old.facts == new.facts and _follows(before, after, old, new):
                come.remove(new)
                yield old, new
                break


def _follows(before: Catalog, after: Catalog, old: Entry, new: Entry) -> bool:
    was, becomes = _name(old), _name(new)
    moves = False
    for column in before.entries:
        if column.kind == COLUMN and str(column.facts["type"]).removesuffix("[]") == was:
            twin = after.columns(column.table).get(column.name or "")
            if twin is not None and twin.facts["type"] != str(column.facts["type"]).replace(was, becomes):
                return False
            moves = moves or twin is not None
    return moves
