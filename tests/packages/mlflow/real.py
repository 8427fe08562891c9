"""Where the package keeps its models, in the oldest release and in the newest."""

from importlib import import_module

from mlflow.store.db.base_sql_model import Base

for part in ("tracking", "model_registry", "workspace"):
    try:
        import_module(f"mlflow.store.{part}.dbmodels.models")
    except ImportError:  # there were no workspaces in 2021
        if part != "workspace":
            raise

metadata = Base.metadata

# What no database could make as it is stated: indexes without a column, and a key that points to no key
for table in metadata.tables.values():
    for index in [each for each in table.indexes if not each.expressions]:
        table.indexes.discard(index)
if "input_tags" in metadata.tables:
    tags = metadata.tables["input_tags"]
    for key in list(tags.foreign_key_constraints):
        tags.constraints.discard(key)
        for element in key.elements:
            tags.foreign_keys.discard(element)
            element.parent.foreign_keys.discard(element)
