"""The generator of the example: people who were never born, with everything that happens to real ones."""
