"""What a person wants to know of one change before deciding, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemasync_nb.analyze.compose import compose
from schemasync_nb.analyze.explain import explain, safer
from schemasync_nb.analyze.plan import Finding, Plan
from schemasync_nb.apply.outcome import Applied
from schemasync_nb.apply.revision import body
from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.detect.drift import RENAME, Change, Drift
from schemasync_nb.engines.engine import Engine, Renaming
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.policy import DATABASE, HAZARDS, NEED_ALLOWING
from schemasync_nb.report import MARKS, code_html, count, fold, marked, page, table_html, text_html, value_text
from schemasync_nb.show.widget.standing import STATES, Standing, option_words

DETAILED, WITH_SQL = 8, 2
"""Selected changes that are told of, the others are counted; and those with their SQL, which is planned for each."""


def details_html(chosen: Sequence[Standing], drift: Drift, engine: Engine) -> str:
    """The selected changes, the first of them open."""
    if not chosen:
        return '<div class="ssnb ssnb-quiet">Select changes in the table, or click a table in the schema.</div>'
    parts = []
    for at, standing in enumerate(chosen[:DETAILED]):
        told = detail_html(standing, drift, engine, with_sql=at < WITH_SQL)
        parts.append(fold(_title(standing), told, unfolded=not at))
    rest = f"<p>and {count(len(chosen) - DETAILED, 'more change')}</p>" if len(chosen) > DETAILED else ""
    return f'<div class="ssnb ssnb-details">{"".join(parts)}{rest}</div>'


def detail_html(standing: Standing, drift: Drift, engine: Engine, *, with_sql: bool = True) -> str:
    """One change: what it does, its hazards, the safer way, its SQL, and the rows that are in its way."""
    change, item = standing.change, standing.item
    said = [
        ("", item.explanation if item else explain(change)),
        ("Decision", option_words(standing.decision.to_json()) if standing.decision else "not decided"),
        ("State", ": ".join(filter(None, (STATES[standing.state], standing.reason)))),
        ("Safer", item.safer if item else safer(change)),
    ]
    lines = [f"<p>{_lead(name)}{text_html(text)}</p>" for name, text in said if text]
    hazards = [
        f'<li><span class="badge{" remove" if hazard in NEED_ALLOWING else ""}">{hazard}</span> {HAZARDS[hazard]}</li>'
        for hazard in standing.hazards
    ]
    lines += [f"<ul>{''.join(hazards)}</ul>"] if hazards else []
    lines += [_attribute(*each) for each in change.attributes]
    lines += [_rows(finding) for finding in standing.findings]
    migrated = standing.decision is None or standing.decision.do == DATABASE
    sql = fold("SQL", _sql_html(change, drift, engine)) if with_sql and migrated else ""
    return "\n".join([*lines, sql, f"<p><code>{text_html(change.id)}</code></p>"])


def _title(standing: Standing) -> str:
    change, row = standing.change, standing.row()
    badge = f'<span class="badge {MARKS[change.symbol]}">{change.symbol}</span>'
    of = "" if change.kind == TABLE else " of"
    return f"{badge} {change.action} {text_html(row['object'])}{of} <b>{text_html(change.table)}</b>"


def _lead(name: str) -> str:
    return f'<span class="attribute">{name}</span> ' if name else ""


def _attribute(name: str, old: object, new: object) -> str:
    before, after = marked(*(value_text(value) or "none" for value in (old, new)))
    return f"<p>{_lead(name.replace('_', ' '))}<code>{before}</code> → <code>{after}</code></p>"


def _rows(finding: Finding) -> str:
    more = finding.count - len(finding.sample)
    rest = f"<p>and {count(more, 'more row')}</p>" if more > 0 and finding.sample else ""
    asked = fold("the query that finds them", code_html(finding.query, "sql"))
    return f'<p class="trouble">{text_html(finding.problem)}</p>{table_html(finding.rows())}{rest}{asked}'


def _sql_html(change: Change, drift: Drift, engine: Engine) -> str:
    try:
        statements = statements_of(change, drift, engine)
    except SchemaSyncError as error:
        return f"<p>{text_html(str(error))}</p>"
    return code_html(";\n".join(statements), "sql") if statements else "<p>no statement of its own</p>"


def statements_of(change: Change, drift: Drift, engine: Engine) -> list[str]:
    """The statements that would make this change and no other; SchemaSyncError where the engine has none for it."""
    if change.action == RENAME and change.kind in (TABLE, COLUMN) and change.old and change.new:
        column = change.old.name if change.kind == COLUMN else None
        to = change.new.name or "" if change.kind == COLUMN else change.new.table
        forward, _ = engine.rename([Renaming(change.old.table, column, to)], drift.database)
    else:
        wanted = compose(drift.database, drift.models, [change])
        forward, _ = engine.migrate(drift.database, wanted, {}, {})
    return [statement.sql for statement in forward]


def revision_html(plan: Plan | None, applied: Applied | None, engine: Engine) -> str:
    """The revision that a plan would write, or the one that was written last; and the patch of the models' source."""
    parts = []
    went_in = applied is not None and (plan is None or applied.fingerprint == plan.wanted.fingerprint)
    if applied is not None and applied.revision is not None and went_in:
        revision = applied.revision
        parts.append(page(f"{revision.headline()} ({revision.path})", code_html(revision.source, "python")))
    elif plan is not None and plan.upgrade:
        parts.append(page("The revision that this plan would write", code_html(_draft(plan, engine), "python")))
        sql = ";\n\n".join(statement.sql for statement in plan.upgrade)
        parts.append(f'<div class="ssnb">{fold("SQL", code_html(sql, "sql"))}</div>')
    if plan is None and applied is not None and applied.diff:
        parts.append(page("The models' source, as it was patched", code_html(applied.diff, "diff")))
    if plan is not None and plan.patch is not None:
        parts.append(page("The models' source, as it would be patched", plan.patch.body_html()))
    return "\n".join(parts) or '<div class="ssnb ssnb-quiet">Analyze shows the revision that would be written.</div>'


def _draft(plan: Plan, engine: Engine) -> str:
    ways = {"upgrade": plan.upgrade, "downgrade": plan.downgrade}
    return "\n\n\n".join(f"def {name}() -> None:\n    {body(engine, way)}" for name, way in ways.items()) + "\n"


def losses_html(losses: Mapping[str, Sequence[Standing]]) -> str:
    """What would be destroyed, by table."""
    lines = (
        f"<li><b>{text_html(table)}</b>: {text_html('; '.join(standing.change.id for standing in known))}</li>"
        for table, known in losses.items()
    )
    return f"<ul>{''.join(lines)}</ul>"
