"""The lexicon: Indonesian words as data, read from ``data/*.tsv`` into typed entries. No other layer opens these files.

One module an area, each with the entry classes of its files and a ``FILES`` table that names them.
"""

from pipeline.lexicon.general import Abbreviation, Numeral
from pipeline.lexicon.read import read
from pipeline.lexicon.resources import folder
from pipeline.lexicon.trie import alternation

__all__ = ["Abbreviation", "Numeral", "alternation", "folder", "read"]
