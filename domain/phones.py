"""Telephone numbers as people and spreadsheets write them."""

import re
import unicodedata

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}|[2-8]\d{6,7}")
_BETWEEN = re.compile(r"[\s.·()()—–-]+")


def normalised(typed: str) -> str | None:
    """One spelling of a Chinese number: ``13800000000`` or ``0523-84890000``; None when it is none."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    plain = re.sub(r"\.0+$", "", plain)  # a spreadsheet's number, written out as text
    digits = _BETWEEN.sub("", plain)
    digits = re.sub(r"^(\+|00)?86(?=1[3-9]\d{9}$|0?\d{9,11}$)", "", digits)
    if _MOBILE.fullmatch(digits):
        return digits
    return _landline(digits) if _LANDLINE.fullmatch(digits) else None


def _landline(digits: str) -> str:
    """With a hyphen after the area code, which is three digits for the largest cities and four elsewhere."""
    if not digits.startswith("0"):
        return digits
    area = 3 if digits[1] in "12" else 4
    return f"{digits[:area]}-{digits[area:]}"
