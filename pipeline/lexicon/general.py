"""Words that several layers need: abbreviations and numerals."""File stem in ``data/`` → entry class."""
