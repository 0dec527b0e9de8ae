"""Temporal expressions: grammar (what they look like), values (what they mean), tense (which way they point)."""
