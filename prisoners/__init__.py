"""The registry of Iran's political prisoners: what is known, since when, on whose word."""
