"""The articles that the computed terms, dates and deadlines rest on, as they are cited in two languages."""

from __future__ import annotations

ARTICLES: dict[str, tuple[str, str]] = {
    "IPC92-10": ("art. 10 of the Islamic Penal Code 1392", "مادهٔ ۱۰ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-19": ("art. 19 of the Islamic Penal Code 1392", "مادهٔ ۱۹ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-27": ("art. 27 of the Islamic Penal Code 1392", "مادهٔ ۲۷ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-46": ("art. 46–54 of the Islamic Penal Code 1392", "مواد ۴۶ تا ۵۴ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-58": ("art. 58 of the Islamic Penal Code 1392", "مادهٔ ۵۸ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-96": ("art. 96 of the Islamic Penal Code 1392", "مادهٔ ۹۶ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-131": ("art. 131 of the Islamic Penal Code 1392", "مادهٔ ۱۳۱ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-132": ("art. 132 of the Islamic Penal Code 1392", "مادهٔ ۱۳۲ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC92-132-1": (
        "art. 132, note 1, and art. 135 of the Islamic Penal Code 1392",
        "تبصرهٔ ۱ مادهٔ ۱۳۲ و مادهٔ ۱۳۵ قانون مجازات اسلامی ۱۳۹۲",
    ),
    "IPC92-134-2013": (
        "art. 134 of the Islamic Penal Code 1392, text of 2013",
        "مادهٔ ۱۳۴ قانون مجازات اسلامی، متن ۱۳۹۲",
    ),
    "IPC92-134-4-2013": (
        "art. 134, note 4, of the Islamic Penal Code 1392, text of 2013",
        "تبصرهٔ ۴ مادهٔ ۱۳۴ قانون مجازات اسلامی، متن ۱۳۹۲",
    ),
    "IPC92-134-2020": (
        "art. 134 (e) of the Islamic Penal Code 1392, text of 12 May 2020",
        "بند ث مادهٔ ۱۳۴ قانون مجازات اسلامی، اصلاحی ۱۳۹۹/۲/۲۳",
    ),
    "IPC92-135": ("art. 135 of the Islamic Penal Code 1392", "مادهٔ ۱۳۵ قانون مجازات اسلامی ۱۳۹۲"),
    "IPC70-47": ("art. 47 of the Islamic Penal Code 1370", "مادهٔ ۴۷ قانون مجازات اسلامی ۱۳۷۰"),
    "CPC92-217": ("art. 217 of the Code of Criminal Procedure 1392", "مادهٔ ۲۱۷ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-242": ("art. 242 of the Code of Criminal Procedure 1392", "مادهٔ ۲۴۲ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-270": (
        "art. 270, note, of the Code of Criminal Procedure 1392",
        "تبصرهٔ مادهٔ ۲۷۰ قانون آیین دادرسی کیفری ۱۳۹۲",
    ),
    "CPC92-406": ("art. 406 of the Code of Criminal Procedure 1392", "مادهٔ ۴۰۶ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-431": ("art. 431 of the Code of Criminal Procedure 1392", "مادهٔ ۴۳۱ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-442": ("art. 442 of the Code of Criminal Procedure 1392", "مادهٔ ۴۴۲ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-500": ("art. 500 of the Code of Criminal Procedure 1392", "مادهٔ ۵۰۰ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-510": ("art. 510 of the Code of Criminal Procedure 1392", "مادهٔ ۵۱۰ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-515": ("art. 515 of the Code of Criminal Procedure 1392", "مادهٔ ۵۱۵ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CPC92-520": ("art. 520 of the Code of Criminal Procedure 1392", "مادهٔ ۵۲۰ قانون آیین دادرسی کیفری ۱۳۹۲"),
    "CivPC79-443": ("art. 443 of the Code of Civil Procedure 1379", "مادهٔ ۴۴۳ قانون آیین دادرسی مدنی ۱۳۷۹"),
    "CivPC79-445": (
        "art. 443–445 of the Code of Civil Procedure 1379",
        "مواد ۴۴۳ تا ۴۴۵ قانون آیین دادرسی مدنی ۱۳۷۹",
    ),
    "Red99": (
        "the law reducing ta'zir imprisonment of 1399",
        "قانون کاهش مجازات حبس تعزیری ۱۳۹۹",
    ),
}
"""Key → English, Persian. Read in law-portal copies, not in the official gazette."""


def cited(key: str, *, persian: bool = False) -> str:
    """How an article is cited; "" for a reason that rests on no article."""
    return ARTICLES[key][persian] if key else ""
