"""Every sentence, in Chinese and English: one Fluent file for a subject in ``zh/`` and its twin in ``en/``."""

from texts.catalogue import LANGUAGES, Texts, TextsFault, require
from texts.files import because
from texts.values import DayOf, Text, pack, unpack

__all__ = ["LANGUAGES", "DayOf", "Text", "Texts", "TextsFault", "because", "pack", "require", "unpack"]
