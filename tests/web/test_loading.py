"""Gradio is loaded without what it does for those who edit its components."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

COMPONENT = "import gradio as gr\n\n\nclass Small(gr.HTML):\n    EVENTS = []\n"


def test_a_component_writes_no_stub_of_its_types(tmp_path: Path) -> None:
    (tmp_path / "small.py").write_text(COMPONENT)
    spec = spec_from_file_location("small", tmp_path / "small.py")
    assert spec
    assert spec.loader
    spec.loader.exec_module(module_from_spec(spec))
    assert [path.name for path in tmp_path.glob("small.*")] == ["small.py"]
