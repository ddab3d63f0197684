"""Small Stanza models for Indonesian news, trained by ``python -m models.stanza.build --corpora FOLDER``."""
