"""The notebooks run from a clean kernel, and are kept with outputs that show what comes out."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from notebooks.refresh import NOTEBOOKS, executed

NAMES = ["01-first-look", "02-a-folder", "03-extend"]
SHOWN = {  # what the kept outputs must show
    "01-first-look": ["b-legend", "data-card=", "Nandang Suryana"],
    "02-a-folder": ["berita-tables", "linear-gradient", "b-legend"],
    "03-extend": ["Penilik", "PKBM Tunas Laut", "62"],
}


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_these_are_the_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == NAMES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_kept_with_outputs(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    nbformat.validate(kept)
    codes = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in codes] == list(range(1, len(codes) + 1))
    assert {output.output_type for output in outputs(kept)} == {"execute_result"}
    shown = "".join(str(output.data) for output in outputs(kept))
    assert [words for words in SHOWN[path.stem] if words not in shown] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_runs_from_a_clean_kernel(path: Path) -> None:
    kept, anew = nbformat.read(path, as_version=4), executed(path)
    assert {output.output_type for output in outputs(anew)} == {"execute_result"}
    assert [cell.source for cell in anew.cells] == [cell.source for cell in kept.cells]
    assert len(outputs(anew)) == len(outputs(kept))
