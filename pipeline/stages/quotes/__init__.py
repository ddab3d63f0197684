"""Quotes: who said what, directly or as reported, with the cue, the nearest mention of the speaker and the occasion."""
