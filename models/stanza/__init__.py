"""Small Stanza models for Indonesian news, and the one command that trains them: ``python -m models.stanza.build --corpora FOLDER``."""
