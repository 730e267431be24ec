"""The questions that read the registry; the first parameter is the reader."""
