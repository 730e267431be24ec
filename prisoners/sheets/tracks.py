"""Pieces of XML that go down the rows side by side, woven into the rows: what is alike in all of them is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Track = bytes | Sequence[bytes]
"""A piece that is alike in every row, or one for each of them."""


def woven(tracks: Iterable[Track], rows: int) -> bytes:
    """Row by row, the pieces of all tracks."""
    beside = _fewest(tracks)
    pieces = [b""] * (len(beside) * rows)
    for place, track in enumerate(beside):
        pieces[place :: len(beside)] = [track] * rows if isinstance(track, bytes) else track
    return b"".join(pieces)


def _fewest(tracks: Iterable[Track]) -> list[Track]:
    """The same in fewer tracks: two that are alike in every row are one."""
    fewest: list[Track] = []
    for track in tracks:
        last = fewest[-1] if fewest else None
        if isinstance(track, bytes) and isinstance(last, bytes):
            fewest[-1] = last + track
        else:
            fewest.append(track)
    return fewest


def only_where(there: Sequence[object], track: Track) -> Track:
    """A track that has a piece only in the rows where there is something."""
    if isinstance(track, bytes):
        return [track if one else b"" for one in there]
    return [piece if one else b"" for one, piece in zip(there, track, strict=True)]
