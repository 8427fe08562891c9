"""The same cases in a fuller house: somebody else's schema beside them, and views that look at every table."""

from __future__ import annotations

from dataclasses import replace

from ..cases import Case

FURNISH = """
CREATE SCHEMA IF NOT EXISTS somebody_elses;
CREATE TABLE somebody_elses.diary (id int PRIMARY KEY, line text);
INSERT INTO somebody_elses.diary VALUES (1, 'keep out');
DO $do$
DECLARE t record;
BEGIN
  FOR t IN SELECT n.nspname, c.relname, row_number() OVER (ORDER BY 1, 2) AS at FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'somebody_elses')
      AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'e')
  LOOP
    EXECUTE format('CREATE VIEW somebody_elses.counted_%s AS SELECT count(*) AS n FROM %I.%I', t.at, t.nspname, t.relname);
    EXECUTE format('GRANT SELECT ON somebody_elses.counted_%s TO test_reader', t.at);
  END LOOP;
END $do$;
"""  # noqa: E501


DIARY = "table:somebody_elses.diary:remove"


def furnish(case: Case) -> Case:
    """The case with a view of each table in a schema that its models do not know, which the user ignores."""
    decisions = {**case.decisions, DIARY: {"do": "ignore"}}
    return replace(
        case,
        name=f"{case.name} (around)",
        database=case.database.rstrip() + "\n" + FURNISH,
        expect=case.expect and sorted([*case.expect, DIARY]),
        about=(*case.about, "table") if case.about else (),
        decisions=decisions,
        ignored=sorted([*case.ignored, DIARY]),
    )
