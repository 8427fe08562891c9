"""Where the package keeps its models, in the oldest release and in the newest."""

from jupyterhub.orm import Base

metadata = Base.metadata
