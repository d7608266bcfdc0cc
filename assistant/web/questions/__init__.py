"""The Questions tab: question sets, their runs, and the standing answers."""
