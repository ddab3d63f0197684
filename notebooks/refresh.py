"""Run the notebooks anew and keep their outputs: ``python -m notebooks.refresh`` from the project's folder."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
NOTEBOOKS = sorted(HERE.glob("*.ipynb"))
_PATIENCE = 300  # seconds for a cell


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook at `path` as a clean kernel runs it, beside its file and with this checkout's package.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=_PATIENCE, resources={"metadata": {"path": HERE}}, record_timing=False)
    client.execute(env={**os.environ, "PYTHONPATH": str(HERE.parent)})
    return notebook


def main() -> None:
    """Write every notebook with the outputs of a clean run."""
    for path in NOTEBOOKS:
        notebook = executed(path)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
        notebook.metadata.pop("language_info", None)
        nbformat.write(notebook, path)
        print(path.name)


if __name__ == "__main__":
    main()
