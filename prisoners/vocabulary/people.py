"""The human being: names, kin, faith, health and the ways to reach the family."""

from __future__ import annotations

from enum import StrEnum


class NameKind(StrEnum):
    """What a name is to its bearer: Mahsa on the identity card, Jina at home."""

    OFFICIAL = "official"
    HOME = "home"
    ETHNIC = "ethnic"
    PEN = "pen"
    RELIGIOUS = "religious"
    NICKNAME = "nickname"
    FORMER = "former"
    TRANSLITERATION = "transliteration"


class Script(StrEnum):
    """The letters a name is written in."""

    PERSIAN = "persian"
    LATIN = "latin"
    OTHER = "other"


class Gender(StrEnum):
    """The gender a person is known by; an empty field means that nobody recorded it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Priority(StrEnum):
    """How soon somebody must look at a case again."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Ethnicity(StrEnum):
    """The people a person belongs to; presumed or stated is a column of its own, empty means not recorded."""

    PERSIAN = "persian"
    AZERI = "azeri"
    KURDISH = "kurdish"
    BALUCH = "baluch"
    ARAB = "arab"
    LOR = "lor"
    BAKHTIARI = "bakhtiari"
    LAK = "lak"
    GILAK = "gilak"
    MAZANDARANI = "mazandarani"
    TALYSH = "talysh"
    TURKMEN = "turkmen"
    QASHQAI = "qashqai"
    KHORASANI_TURK = "khorasani_turk"
    ARMENIAN = "armenian"
    ASSYRIAN = "assyrian"
    JEWISH = "jewish"
    HAZARA = "hazara"
    TAJIK = "tajik"
    PASHTUN = "pashtun"
    OTHER = "other"


class Religion(StrEnum):
    """The faith a person holds or is punished for; *none* is an answer, an empty field is none."""

    SHIA = "shia"
    SUNNI = "sunni"
    BAHAI = "bahai"
    CHRISTIAN = "christian"
    CHRISTIAN_CONVERT = "christian_convert"
    GONABADI_DERVISH = "gonabadi_dervish"
    SUFI_OTHER = "sufi_other"
    YARSANI = "yarsani"
    JEWISH = "jewish"
    ZOROASTRIAN = "zoroastrian"
    MANDAEAN = "mandaean"
    ISMAILI = "ismaili"
    NEW_MOVEMENT = "new_movement"
    NONE = "none"
    OTHER = "other"


class RelationKind(StrEnum):
    """What one person is to another: kin, colleague, or the same prosecution (OpenEvSys mt21, adapted)."""

    FATHER = "father"
    MOTHER = "mother"
    HUSBAND = "husband"
    WIFE = "wife"
    FIANCE = "fiance"
    PARTNER = "partner"
    SON = "son"
    DAUGHTER = "daughter"
    BROTHER = "brother"
    SISTER = "sister"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    UNCLE_OR_AUNT = "uncle_or_aunt"
    NEPHEW_OR_NIECE = "nephew_or_niece"
    COUSIN = "cousin"
    IN_LAW = "in_law"
    OTHER_RELATIVE = "other_relative"
    GUARDIAN = "guardian"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    FELLOW_MEMBER = "fellow_member"
    LAWYER = "lawyer"
    CLIENT = "client"
    CO_DEFENDANT = "co_defendant"
    CO_PRISONER = "co_prisoner"
    OTHER = "other"


class ContactKind(StrEnum):
    """What a contact or an identifying number is; every one of them is sealed."""

    TELEPHONE = "telephone"
    MOBILE = "mobile"
    EMAIL = "email"
    MESSENGER = "messenger"
    SOCIAL_MEDIA = "social_media"
    ADDRESS = "address"
    NATIONAL_NUMBER = "national_number"
    BIRTH_CERTIFICATE_NUMBER = "birth_certificate_number"
    PASSPORT_NUMBER = "passport_number"
    OTHER = "other"


class HealthKind(StrEnum):
    """What kind of medical fact is recorded; none of them ever leaves without consent."""

    CHRONIC_ILLNESS = "chronic_illness"
    ACUTE_ILLNESS = "acute_illness"
    CANCER = "cancer"
    HEART_DISEASE = "heart_disease"
    INFECTION = "infection"
    INJURY = "injury"
    INJURY_FROM_TORTURE = "injury_from_torture"
    EFFECT_OF_HUNGER_STRIKE = "effect_of_hunger_strike"
    MENTAL_HEALTH = "mental_health"
    SUICIDE_ATTEMPT = "suicide_attempt"
    DISABILITY = "disability"
    PREGNANCY = "pregnancy"
    MEDICATION_NEEDED = "medication_needed"
    SURGERY_NEEDED = "surgery_needed"
    EXAMINATION = "examination"
    HOSPITALISATION = "hospitalisation"
    UNFIT_FOR_PRISON = "unfit_for_prison"
    OTHER = "other"
