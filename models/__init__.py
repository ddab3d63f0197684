"""All that makes the language model ``models/id_news_sm``: data, augmentation, silver labels, training, evaluation.

``python -m models.build --corpora FOLDER --nlp-id FILE`` rebuilds it; the installed package needs only its folder.
"""
