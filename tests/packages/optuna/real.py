"""Where the package keeps its models, in the oldest release and in the newest."""

try:
    from optuna.storages._rdb.models import BaseModel
except ImportError:  # as it was called in 2019
    from optuna.storages.rdb.models import BaseModel

metadata = BaseModel.metadata
