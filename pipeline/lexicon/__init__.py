"""The lexicon: Indonesian words as data, read from ``data/*.tsv`` into typed entries. No other layer opens these files."""

from pipeline.lexicon.entries import LEXICONS, Abbreviation, Numeral
from pipeline.lexicon.read import alternation, read
from pipeline.lexicon.resources import folder

__all__ = ["LEXICONS", "Abbreviation", "Numeral", "alternation", "folder", "read"]
