"""The loop's controls in a notebook."""

from schemasync_nb.show.widget.loop_widget import LoopWidget

__all__ = ["LoopWidget"]
