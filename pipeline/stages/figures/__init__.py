"""Figures: numbers in digits or words with what they count, measure, cost, rank or score."""
