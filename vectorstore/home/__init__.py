"""The folder that all of it lies in: held by one process, changed in one step, or not at all."""
