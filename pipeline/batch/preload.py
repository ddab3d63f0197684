"""Imported by the process that workers are forked from: it loads what all of them share, once."""

from pipeline.extraction import load
from pipeline.tables.duplicates import signature

load("fast")
signature("guru " * 50)
