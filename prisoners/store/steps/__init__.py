"""Numbered migration steps, each imported only when it is due."""
