"""Ways to reach somebody, found by their form: telephones, e-mail, private chats, numbers of people and accounts."""

from __future__ import annotations

import re

from prisoners.privacy.spoken import spoken_numbers

TELEPHONE = "holds a telephone number"
ADDRESS = "holds an e-mail address"
NATIONAL_NUMBER = "holds a national number"
ACCOUNT = "holds the number of a bank account or card"
CHAT = "leads into a private chat"

_AT = ("@", "(at)", "[at]")
"""Without one of these there is no address, and it need not be looked for behind every letter."""
_EMAIL = re.compile(
    r"[\w.+%-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)[\w-]+)+"
)
_APART = (
    r"[\s\-\u2010-\u2015./()_]{0,2}"  # what stands between the digits of a number, however they are grouped
)
_DAY = r"\W{0,2}(?:1[34]|19|20)\d\d[\-/.]\d\d?[\-/.]"  # branch 015, 2022-09-16 is no telephone
_CALLED = re.compile(
    rf"(?<!\d)(?:\+[1-9](?:{_APART}\d){{7,14}}|00[1-9](?:{_APART}\d){{9,14}}"
    rf"|(?:98|0)?[\s\-.]?9\d{{2}}[\s\-.]?\d{{3}}[\s\-.]?\d{{4}}"
    rf"|09\d\d(?:{_APART}\d){{7}}|0[1-8]\d(?!{_DAY})(?:{_APART}\d){{8}})(?!\d)"
)
_DIALLED = re.compile(r"(?:(?:00)?98|0)?9\d{9}|0[1-8]\d{9}|00[1-9]\d{9,14}")
_CHAT = re.compile(
    r"(?:t|telegram)\.me/(?:\+|joinchat/)\w|chat\.whatsapp\.com/\w|wa\.me/\w|api\.whatsapp\.com/send"
    r"|signal\.(?:me|group)/#|(?:ble\.ir/join|rubika\.ir/join[cg]|eitaa\.com/joinchat)/\w"
)
"""Invitations and chats with a number: a channel that everybody may read is a source, and is none of them."""
_TEN_DIGITS = re.compile(r"(?<!\d)\d{3}-?\d{6}-?\d(?!\d)")
_IBAN = re.compile(
    r"(?<!\w)(?:ir[\s\-:]{0,2}\d{2}(?:[\s\-]?\d){22}|\d{24}|\d{2}(?:[\s\-]\d{4}){5}[\s\-]\d{2})(?!\d)"
)
_CARD = re.compile(r"(?<![\d-])(?:\d{16}|\d{4}([\s\-./])\d{4}\1\d{4}\1\d{4})(?![\d-])")
_CARDS = (
    "502229 502806 502908 502910 502938 504172 504706 505416 505785 505801 505809 507677 581874 585947 585949"
    " 585983 589210 589463 603769 603770 603799 606256 606373 610433 621986 622106 627353 627381 627412 627488"
    " 627648 627760 627884 627961 628023 628157 636214 636795 636797 636949 639194 639217 639346 639347 639370"
    " 639599 639607"
)
"""How the cards of Iranian banks begin: never like a file number, which begins with a year, 90 to 99 or 14."""
_ISSUERS = frozenset(_CARDS.split())
_OF_IRAN = "1827"
"""IR in digits, behind the account, as the check of an IBAN reads it."""


FEWEST_DIGITS = 10
"""Digits from which on a number that has nothing before it can be any of these."""


def way_to_reach(folded: str, *, is_link: bool) -> str:
    """Which way to reach somebody a folded text holds; empty where it holds none."""
    if any(sign in folded for sign in _AT) and _EMAIL.search(folded):
        return ADDRESS
    if _CALLED.search(folded) or any(map(_DIALLED.fullmatch, spoken_numbers(folded))):
        return TELEPHONE
    if _CHAT.search(folded):
        return CHAT
    return (
        "" if is_link else _number_told(folded)
    )  # pages are numbered: one in eleven has the right check digit


def dials(digits: str) -> bool:
    """Whether digits alone are the number of a telephone, an account, a card or a person."""
    return bool(_CALLED.search(digits) or _number_told(digits))


def _number_told(folded: str) -> str:
    """Whether a folded text holds the number of an account, a card or a person."""
    if any(map(_is_account, _IBAN.findall(folded))) or any(
        _is_card(card[0]) for card in _CARD.finditer(folded)
    ):
        return ACCOUNT
    national = any(_is_national_number(found[0].replace("-", "")) for found in _TEN_DIGITS.finditer(folded))
    return NATIONAL_NUMBER if national else ""


def _is_national_number(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the nine before it."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    check = rest if rest < 2 else 11 - rest  # noqa: PLR2004 -- the rule of the civil registry
    return int(digits[9]) == check and len(set(digits)) > 1


def _is_account(written: str) -> bool:
    """Whether these are the check digits and the account of an Iranian IBAN (ISO 13616: the remainder by 97 is 1)."""
    digits = re.sub(r"\D", "", written)
    return int(digits[2:] + _OF_IRAN + digits[:2]) % 97 == 1


def _is_card(written: str) -> bool:
    """Whether these sixteen digits are the card of an Iranian bank (ISO 7812: doubled every other, a sum of tens)."""
    digits = written if written.isdecimal() else re.sub(r"\D", "", written)
    if digits[:6] not in _ISSUERS:
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0  # noqa: PLR2004
