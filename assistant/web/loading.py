"""Load gradio in half the time: without the type stubs that it writes for who edits its components."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


def load_gradio() -> None:
    """Import gradio, whose 80 components each parse their own source otherwise, a second in all."""
    finder = _WithoutStubs()
    sys.meta_path.insert(0, finder)
    # As when a desk is opened: looking for garbage among what is imported takes 0.7 s and finds none.
    looking_for_garbage = gc.isenabled()
    gc.disable()
    try:
        import_module("gradio")
    finally:
        sys.meta_path.remove(finder)
        if looking_for_garbage:
            gc.freeze()
            gc.enable()


class _WithoutStubs(MetaPathFinder):
    """Finds the module that writes them, and takes the writing out once it is there."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "gradio.component_meta":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            execute = spec.loader.exec_module

            def quietly(module: ModuleType) -> None:
                execute(module)
                module.__dict__["create_or_modify_pyi"] = lambda *_: None

            spec.loader.exec_module = quietly  # type: ignore[method-assign]
        return spec
