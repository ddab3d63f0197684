"""Indonesian itself: the slim spaCy ``Language``, tokenizer rules, sentences, quotation marks and numerals. Knows
nothing of the stages.
"""

from pipeline.language.indonesian import Indonesian

__all__ = ["Indonesian"]
