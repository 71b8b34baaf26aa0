"""A document is what its first bytes say: programs and what pretends are told from what may be passed on."""

import pytest

from domain.file_kinds import MOST_MEGABYTES, FileTooLarge, check_size, may_pass

PDF, PNG, JPEG, PACKED = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PDF, "pdf"),
        (b"\xef\xbb\xbf\r\n" + PDF, "pdf"),
        (PNG, "png"),
        (JPEG, "jpeg"),
        (PACKED + b"word/document.xml", "docx"),
        (OLD_WORD, "doc"),
        (PACKED + b"word/document.xml", "doc"),
        (PACKED + "照片.jpg".encode(), "zip"),
        ("路灯坏了".encode(), "txt"),
        (b"", "txt"),
        (b"anything", "wps"),
    ],
)
def test_what_is_what_its_name_says_may_pass(data: bytes, ending: str) -> None:
    assert may_pass(data, ending)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"MZ\x90\x00", "exe"),
        (b"MZ\x90\x00", "pdf"),
        (b"MZ\x90\x00", ""),
        (b"\x7fELF\x02", "txt"),
        (b"\xcf\xfa\xed\xfe", "dat"),
        (b"#!/bin/sh\n", "txt"),
        (b"L\x00\x00\x00\x01\x14\x02\x00", "doc"),
        (PACKED + b"AndroidManifest.xml", "zip"),
        (PACKED + b"META-INF/MANIFEST.MF", "docx"),
        (b"echo off", "bat"),
        (OLD_WORD, "msi"),
        (b"<html>", "pdf"),
        (PDF, "jpg"),
        (JPEG, "png"),
        (b"text", "docx"),
        (b"", "pdf"),
    ],
)
def test_programs_and_what_pretends_stay_behind(data: bytes, ending: str) -> None:
    assert not may_pass(data, ending)


def test_what_nobody_can_look_into_is_refused_when_it_is_sent() -> None:
    check_size(None)
    check_size(MOST_MEGABYTES << 20)
    with pytest.raises(FileTooLarge):
        check_size((MOST_MEGABYTES << 20) + 1)
