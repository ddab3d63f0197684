"""All that makes the language model ``models/id_news_sm``: data preparation, augmentation, silver labels, training, evaluation.

``python -m models.build --corpora FOLDER`` rebuilds it; the installed package needs only the model's folder.
"""
