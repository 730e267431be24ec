"""The doubts: one function each, named after the fault it finds."""
