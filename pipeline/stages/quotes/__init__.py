"""Quotes: who said what, directly, as reported, or both, with the cue, the nearest mention of the speaker and the occasion."""
