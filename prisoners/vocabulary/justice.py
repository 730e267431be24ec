"""The prosecution: charges, courts and instances, what a judgment decides, what a sentence is made of."""

from __future__ import annotations

from enum import StrEnum


class CaseNumberKind(StrEnum):
    """Which of a case's numbers it is; all of them are text, 16 digits or older forms."""

    FILE = "file"
    ARCHIVE = "archive"
    JUDGMENT = "judgment"
    COURT_ORDER = "court_order"
    NOTICE = "notice"
    ENFORCEMENT = "enforcement"
    OTHER = "other"


class ChargeState(StrEnum):
    """How far one accusation has come; the charge at arrest often differs from the conviction."""

    ALLEGED = "alleged"
    CHARGED = "charged"
    INDICTED = "indicted"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DROPPED = "dropped"
    CHANGED = "changed"


class PunishmentClass(StrEnum):
    """The class of punishment of an offence: hudud are not absorbed under article 134, ta'zir is."""

    HADD = "hadd"
    TAZIR = "tazir"
    QISAS = "qisas"
    UNKNOWN = "unknown"


class Instance(StrEnum):
    """Before which instance a judgment was given."""

    FIRST = "first"
    OBJECTION = "objection"
    APPEAL = "appeal"
    SUPREME = "supreme"
    RETRIAL = "retrial"
    REVIEW_477 = "review_477"


class Outcome(StrEnum):
    """What a judgment decided, seen from the judgment before it."""

    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    UPHELD = "upheld"
    REDUCED = "reduced"
    INCREASED = "increased"
    CHANGED = "changed"
    QUASHED = "quashed"
    REMANDED = "remanded"
    MIXED = "mixed"
    REJECTED = "rejected"
    GRANTED = "granted"
    UNKNOWN = "unknown"


class SentenceKind(StrEnum):
    """One component of a sentence, principal or complementary (Islamic Penal Code 1392, art. 14, 19, 23)."""

    PRISON = "prison"
    LIFE = "life"
    DEATH = "death"
    CRUCIFIXION = "crucifixion"
    AMPUTATION = "amputation"
    RETRIBUTION = "retribution"
    BLOOD_MONEY = "blood_money"
    LASHES = "lashes"
    FINE = "fine"
    EXILE = "exile"
    PRISON_IN_EXILE = "prison_in_exile"
    RESIDENCE_OBLIGATION = "residence_obligation"
    RESIDENCE_BAN = "residence_ban"
    TRAVEL_BAN = "travel_ban"
    PASSPORT_REVOCATION = "passport_revocation"
    ACTIVITY_BAN = "activity_ban"
    MEMBERSHIP_BAN = "membership_ban"
    PROFESSION_BAN = "profession_ban"
    MEDIA_BAN = "media_ban"
    ONLINE_BAN = "online_ban"
    DRIVING_BAN = "driving_ban"
    CHEQUE_BAN = "cheque_ban"
    WEAPON_BAN = "weapon_ban"
    CONFISCATION = "confiscation"
    SEIZURE_OF_MEANS = "seizure_of_means"
    DISMISSAL = "dismissal"
    DEPRIVATION_OF_RIGHTS = "deprivation_of_rights"
    COMMUNITY_SERVICE = "community_service"
    TRAINING = "training"
    BOOK_STUDY = "book_study"
    PUBLICATION_OF_JUDGMENT = "publication_of_judgment"
    EXPULSION = "expulsion"
    OTHER = "other"


class SentenceState(StrEnum):
    """What has become of one component since it was pronounced."""

    ISSUED = "issued"
    UPHELD = "upheld"
    REDUCED = "reduced"
    QUASHED = "quashed"
    COMMUTED = "commuted"
    PARDONED = "pardoned"
    SERVED = "served"


class Currency(StrEnum):
    """What a fine or a bail is counted in; the press says toman (ten rial), the judgment rial."""

    IRR = "IRR"
    IRT = "IRT"
    USD = "USD"
    EUR = "EUR"


class CourtKind(StrEnum):
    """The kind of court or prosecutor's office that sits in a branch."""

    REVOLUTIONARY = "revolutionary"
    CRIMINAL_1 = "criminal_1"
    CRIMINAL_2 = "criminal_2"
    JUVENILE = "juvenile"
    CLERICAL = "clerical"
    MILITARY = "military"
    APPEAL = "appeal"
    SUPREME = "supreme"
    SUPREME_477 = "supreme_477"
    PROSECUTOR = "prosecutor"
    ENFORCEMENT = "enforcement"
    OTHER = "other"
    UNKNOWN = "unknown"


class OfficialRole(StrEnum):
    """In what office an official acted; a posting ties it to a branch or a prison for a time."""

    JUDGE = "judge"
    ADVISORY_JUDGE = "advisory_judge"
    PROSECUTOR = "prosecutor"
    DEPUTY_PROSECUTOR = "deputy_prosecutor"
    ASSISTANT_PROSECUTOR = "assistant_prosecutor"
    INVESTIGATOR = "investigator"
    ENFORCEMENT_JUDGE = "enforcement_judge"
    INTERROGATOR = "interrogator"
    ARRESTING_OFFICER = "arresting_officer"
    PRISON_DIRECTOR = "prison_director"
    WARD_HEAD = "ward_head"
    PRISON_DOCTOR = "prison_doctor"
    COMMANDER = "commander"
    JUDICIARY_HEAD = "judiciary_head"
    OTHER = "other"
