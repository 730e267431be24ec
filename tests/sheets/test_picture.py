"""A photograph leaves without what the camera wrote into it."""

from __future__ import annotations

import pytest

from prisoners.errors import PictureUnreadable
from prisoners.sheets.picture import clean_picture
from tests.sheets.pictures import JPEG, PIXEL, SECRET, TOLD_JPEG, TOLD_PIXEL


@pytest.mark.parametrize(
    ("told", "plain", "kind", "size"),
    [(TOLD_PIXEL, PIXEL, "png", (1, 1)), (TOLD_JPEG, JPEG, "jpeg", (30, 40))],
)
def test_only_the_picture_is_left(told, plain, kind, size):
    assert SECRET in told
    picture = clean_picture(told, "F-0001", "Neda")
    assert picture.content == plain
    assert (picture.kind, picture.size, picture.caption) == (kind, size, "Neda")


@pytest.mark.parametrize("content", [b"", b"GIF89a", *(TOLD_JPEG[:cut] for cut in (2, 3, 9, 60, 250, -60))])
def test_what_is_no_whole_picture_is_refused(content):
    with pytest.raises(PictureUnreadable, match="F-0001"):
        clean_picture(content, "F-0001", "")


def test_every_cut_of_a_picture_is_refused():
    for cut in range(len(PIXEL)):
        with pytest.raises(PictureUnreadable):
            clean_picture(PIXEL[:cut], "F-0001", "")
    for cut in range(len(JPEG)):
        with pytest.raises(PictureUnreadable):
            clean_picture(JPEG[:cut], "F-0001", "")


def test_a_segment_that_is_none_is_refused():
    with pytest.raises(PictureUnreadable):
        clean_picture(JPEG[:2] + b"\x00\x00\x00\x00", "F-0001", "")
