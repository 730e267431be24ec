"""Who holds people, and in what kind of place: never the same question."""

from __future__ import annotations

from enum import StrEnum


class Authority(StrEnum):
    """Who arrests, interrogates, holds or transfers: arresting and holding are often different hands.

    Agents called only "intelligence" are `INTEL_UNSPEC`: no evidence for the ministry nor for the guards.
    The police was NAJA before it became FARAJA.
    """

    MOIS = "MOIS"
    IRGC_IO = "IRGC_IO"
    IRGC = "IRGC"
    BASIJ = "BASIJ"
    FARAJA = "FARAJA"
    NAJA = "NAJA"
    PAVA = "PAVA"
    FATA = "FATA"
    JUD = "JUD"
    PRISONS_ORGANIZATION = "PRISONS_ORGANIZATION"
    SNSC = "SNSC"
    CLERIC = "CLERIC"
    MIL = "MIL"
    PLAIN = "PLAIN"
    INTEL_UNSPEC = "INTEL_UNSPEC"
    UNK = "UNK"


class PrisonKind(StrEnum):
    """What kind of place people are held in; wards of one prison may belong to several authorities."""

    PRISON = "prison"
    WOMENS_PRISON = "womens_prison"
    JUVENILE = "juvenile"
    MOIS_CENTRE = "mois_centre"
    IRGC_CENTRE = "irgc_centre"
    POLICE = "police"
    MILITARY = "military"
    CLERICAL = "clerical"
    HOSPITAL = "hospital"
    DETENTION_CENTRE = "detention_centre"
    UNKNOWN = "unknown"
