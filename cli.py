"""The front door of a checkout: the same door as `prisoners` and `python -m prisoners`."""

from prisoners.__main__ import main

if __name__ == "__main__":
    main()
