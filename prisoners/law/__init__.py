"""Sentences, release dates and deadlines: pure functions of plain values."""
