"""Imported by the process that workers are forked from: it loads what all of them share, once."""

from pipeline.batch.chunk import Identified
from pipeline.batch.settings import Settings
from pipeline.batch.work import extract_items
from pipeline.readers import Article
from pipeline.tables.duplicates import signature

TEXT = "KENDAL – Sebanyak 48 guru hadir, Rabu (12/11/2025). “Kami siap,” kata Bupati Kendal Wahyu Prasetya. " * 3
extract_items(Settings(profile="fast"), [Identified("", Article(text=TEXT), "")])
signature(TEXT)
