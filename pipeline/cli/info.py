"""``berita info``: versions, the model, the lexicon."""

from __future__ import annotations


def info() -> None:
    """Print versions, the model and the sizes of the lexicon."""
    from pipeline.views import terminal

    terminal.print_info()
