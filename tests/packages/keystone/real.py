"""Where the package keeps its models, in the oldest release and in the newest."""

import pkgutil
from importlib import import_module

import keystone
from keystone.common.sql import ModelBase

for module in pkgutil.walk_packages(keystone.__path__, "keystone."):
    if module.name.endswith((".sql", ".sql_model")) and ".tests." not in module.name and ".cmd." not in module.name:
        import_module(module.name)

metadata = ModelBase.metadata
