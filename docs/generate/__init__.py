"""Pages written from the code itself, so that they cannot be wrong: `make docs` writes them."""
