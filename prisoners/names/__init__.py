"""One name, many spellings: what was typed is stored, what sounds alike is found."""
