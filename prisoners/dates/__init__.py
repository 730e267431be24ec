"""A date as precise as its source."""
