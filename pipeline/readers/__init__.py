"""Files, folders, globs, records and standard input → `Article`s; the cleaning of their text. Knows nothing of
spaCy."""

from pipeline.readers.article import Article, Failure
from pipeline.readers.prepare import Prepared, prepare
from pipeline.readers.sources import read

__all__ = ["Article", "Failure", "Prepared", "prepare", "read"]
