"""Why people are really targeted, whatever the charge says."""

from __future__ import annotations

from enum import StrEnum


class ActivityWeight(StrEnum):
    """Whether an activity is the main reason or one beside it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Activity(StrEnum):
    """What a person did or is, for which they are persecuted: the Iran Prison Atlas' list, and what it lacks.

    It is never mixed with the legal charge.
    """

    HUMAN_RIGHTS_DEFENDER = "human_rights_defender"
    LAWYER = "lawyer"
    WOMENS_RIGHTS = "womens_rights"
    LABOUR_RIGHTS = "labour_rights"
    TEACHER = "teacher"
    ETHNIC_RIGHTS = "ethnic_rights"
    ETHNIC_RIGHTS_KURDISH = "ethnic_rights_kurdish"
    ETHNIC_RIGHTS_AZERI = "ethnic_rights_azeri"
    ETHNIC_RIGHTS_BALUCH = "ethnic_rights_baluch"
    ETHNIC_RIGHTS_ARAB = "ethnic_rights_arab"
    ETHNIC_RIGHTS_OTHER = "ethnic_rights_other"
    POLITICAL_ACTIVIST = "political_activist"
    POLITICAL_PARTY = "political_party"
    PROTEST_PARTICIPATION = "protest_participation"
    CIVIC_ACTIVIST = "civic_activist"
    STUDENT_ACTIVIST = "student_activist"
    ENVIRONMENTAL = "environmental"
    JOURNALIST = "journalist"
    CYBERSPACE = "cyberspace"
    ARTIST_OR_WRITER = "artist_or_writer"
    ARTIST = "artist"
    WRITER = "writer"
    RELIGIOUS_MINORITY = "religious_minority"
    RELIGIOUS_MINORITY_BAHAI = "religious_minority_bahai"
    RELIGIOUS_MINORITY_SUNNI = "religious_minority_sunni"
    RELIGIOUS_MINORITY_CHRISTIAN_CONVERT = "religious_minority_christian_convert"
    RELIGIOUS_MINORITY_GONABADI_DERVISH = "religious_minority_gonabadi_dervish"
    RELIGIOUS_MINORITY_YARSANI = "religious_minority_yarsani"
    RELIGIOUS_MINORITY_OTHER = "religious_minority_other"
    FAMILY_OF_VICTIM = "family_of_victim"
    DUAL_NATIONAL = "dual_national"
    FOREIGN_NATIONAL = "foreign_national"
    OTHER = "other"
