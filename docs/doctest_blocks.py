"""For mkdocstrings: the examples of a docstring, which stand below *Raises* without a heading, as blocks of code."""

from __future__ import annotations

import re

import griffe

EXAMPLES = re.compile(r"(?:^>>> .*\n(?:.+\n)*)+", re.MULTILINE)


class DoctestBlocks(griffe.Extension):
    """Fences what begins with ``>>>`` in every docstring."""

    def on_object(self, *, obj: griffe.Object, **kwargs: object) -> None:
        """Rewrite the docstring of one object."""
        if obj.docstring:
            obj.docstring.value = EXAMPLES.sub(r"```python\n\g<0>```\n", f"{obj.docstring.value}\n").strip()
