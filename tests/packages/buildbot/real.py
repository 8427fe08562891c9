"""Where the package keeps its models, in the oldest release and in the newest."""

from buildbot.db.model import Model

metadata = Model.metadata
