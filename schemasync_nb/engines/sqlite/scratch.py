"""A scratch SQLite in memory: the same schema without rows, to ask the engine what it makes of something."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from schemasync_nb.catalog import CHECK, COLUMN, INDEX, TABLE, TRIGGER, VIEW, VIRTUAL_TABLE, Catalog, Entry
from schemasync_nb.engines.sqlite.read import MASTER, TABLE_LIST, catalog
from schemasync_nb.engines.sqlite.tokens import BLOB, NUMBER, STRING, tokens
from schemasync_nb.errors import MigrationError


class Scratch:
    """An empty copy of a catalog. Functions and collations that only the application has get stand-ins here."""

    def __init__(self, of: Catalog) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys=OFF")
        self.connection.execute("PRAGMA legacy_alter_table=OFF")
        carried = {kind: [e.sql for e in of.carried if e.kind == kind] for kind in (VIRTUAL_TABLE, VIEW, TRIGGER)}
        for sql in carried[VIRTUAL_TABLE]:
            try:
                self.connection.execute(sql)
            except sqlite3.Error:
                continue  # a module that this SQLite does not have; nothing that is compared hangs on it
        for kind in (TABLE, INDEX):
            self.run(e.sql for e in of.entries if e.kind == kind)
        self.run(carried[VIEW])
        self.run(carried[TRIGGER])

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def run(self, statements: Iterable[str]) -> None:
        """Execute statements; MigrationError names the one that SQLite refuses."""
        for sql in statements:
            while True:
                try:
                    self.connection.execute(sql)
                    break
                except sqlite3.Error as error:
                    if not self._stand_in(str(error)):
                        raise MigrationError(f"SQLite refuses {_shortened(sql)}: {error}") from error

    def _stand_in(self, message: str) -> bool:
        if missing := re.search(r"no such collation sequence: (\S+)", message):
            self.connection.create_collation(missing[1], lambda a, b: (a > b) - (a < b))
        elif missing := re.search(r"(?:no such|unknown) function: (\w+)", message):
            self.connection.create_function(missing[1], -1, lambda *_: None, deterministic=True)
        else:
            return False
        return True

    def read(self) -> Catalog:
        """The catalog as it now is."""
        rows = self.connection.execute(MASTER).fetchall()
        return catalog(rows, dict(self.connection.execute(TABLE_LIST).fetchall()))

    def mismatch(self) -> str:
        """Why foreign keys cannot work: one points to what is no key of its parent. "" when all can."""
        try:
            self.connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.OperationalError as error:
            return str(error)
        return ""

    def broken(self) -> dict[str, str]:
        """Views and triggers that no longer compile: name -> why."""
        return broken(self.connection)


def broken(connection: sqlite3.Connection) -> dict[str, str]:
    """Views and triggers of a database that do not compile: name -> why. EXPLAIN compiles and executes nothing."""
    found: dict[str, str] = {}
    rows = connection.execute("SELECT type, name, tbl_name FROM main.sqlite_master").fetchall()
    for kind, name, table in rows:
        probes = [f"SELECT * FROM {_q(name)}"] if kind == "view" else []
        if kind == "trigger":
            columns = [
                row[0] for row in connection.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden=0", (table,))
            ]
            probes = [f"INSERT INTO {_q(table)} DEFAULT VALUES", f"DELETE FROM {_q(table)}"]
            if columns:
                probes.append(f"UPDATE {_q(table)} SET {', '.join(f'{_q(c)}={_q(c)}' for c in columns)}")
        for probe in probes:
            try:
                connection.execute(f"EXPLAIN {probe}")
            except sqlite3.Error as error:
                if not re.search(r"no such (function|collation|module)|cannot modify|unknown function", str(error)):
                    found.setdefault(name, str(error))
    return found


class Proof:
    """Two expressions are equal when SQLite compiles both to the same program (DESIGN's third proof).

    Asked in memory, so nothing is evaluated and no function of the application's own can take part.
    """

    def __init__(self, database: Catalog) -> None:
        self.database = database

    def __call__(self, old: Entry, new: Entry) -> bool:
        """True when the entries differ in spelling alone; False where that cannot be shown."""
        pairs = [(old.facts[name], new.facts[name]) for name in new.facts if old.facts.get(name) != new.facts[name]]
        provable = {CHECK: "expression", INDEX: "predicate", COLUMN: "generated"}.get(old.kind)
        if len(pairs) != 1 or provable is None or old.facts.get(provable) == new.facts.get(provable):
            return False
        before, after = pairs[0]
        if before is None or after is None:
            return False
        if _literals(str(before)) != _literals(str(after)):  # EXPLAIN cuts blobs at a NUL and floats at 16 digits
            return False
        columns = self.database.of(old.table, COLUMN)
        if old.kind == COLUMN:
            columns = [column for column in columns if column is not old]
        programs = _programs(columns, (str(before), str(after)))
        return len(programs) == 2 and programs[0] == programs[1]


def _programs(columns: Sequence[Entry], expressions: Sequence[str]) -> list[list[tuple[object, ...]]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE TABLE t ({', '.join(column.sql for column in columns)})")
        return [connection.execute(f"EXPLAIN SELECT ({sql}) FROM t").fetchall() for sql in expressions]
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def _literals(expression: str) -> list[str]:
    """The constants of an expression, numbers by value."""
    found = [token for token in tokens(expression) if token.kind in (STRING, BLOB, NUMBER)]
    return [_value(token.text) if token.kind == NUMBER else token.text for token in found]


def _value(number: str) -> str:
    try:
        return repr(int(number, 0))
    except ValueError:
        return float(number).hex()


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _shortened(sql: str) -> str:
    text = " ".join(sql.split())
    return text if len(text) <= 80 else text[:77] + "..."
