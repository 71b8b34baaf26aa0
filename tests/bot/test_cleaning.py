"""Files without their traces: what the reader sees stays, who made it and where goes."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from docx import Document
from PIL import Image

from bot import cleaning_apart
from bot.cleaning import DEEPEST, PIXELS, CannotClean, Room, clean, jpeg_without_traces
from bot.cleaning_apart import clean_apart

SECRET = "王秀英"
MARK = b"SECRET-TRACE"


def photo(form: str = "JPEG") -> bytes:
    """A picture with a camera, a place, an author and a comment in it; taken with the phone turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = MARK.decode()
    exif[0x013B] = MARK.decode()
    exif.get_ifd(0x8825)[2] = (31.0, 12.0, 3.0)
    file, more = BytesIO(), {"comment": MARK} if form == "JPEG" else {}
    Image.new("RGB", (4, 2), "red").save(file, form, exif=exif, **more)
    return file.getvalue()


def pdf(picture: bytes | None = None, lock: pikepdf.Encryption | None = None) -> bytes:
    file, made = BytesIO(), pikepdf.new()
    made.add_blank_page()
    made.docinfo["/Author"] = MARK.decode()
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [MARK.decode()]
    made.attachments["notes.txt"] = MARK
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, T=MARK.decode(), Rect=[0, 0, 9, 9])
    made.pages[0].Annots = pikepdf.Array([made.make_indirect(note)])
    if picture:
        stream = made.make_stream(picture, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        stream.Filter = pikepdf.Name.DCTDecode
        made.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=stream))
    made.save(file, encryption=lock)
    return file.getvalue()


def plain(data: bytes) -> bytes:
    """A PDF with all its streams unpacked."""
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.save(file, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    return file.getvalue()


def word(**parts: bytes) -> bytes:
    """A letter in Word with an author, and parts of another content."""
    made, file = Document(), BytesIO()
    made.add_paragraph("村口的路灯坏了")
    made.core_properties.author = made.core_properties.last_modified_by = SECRET
    made.add_picture(BytesIO(photo()))
    made.save(file)
    with ZipFile(file, "a", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def unpacked(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        return b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_pixels_upright_and_nothing_else(form: str) -> None:
    assert MARK in photo(form)
    data, ending = clean(photo(form))
    image = Image.open(BytesIO(data))
    assert MARK not in data
    assert (image.format, ending) == (form, {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[form])
    assert image.size == (2, 4)
    assert not image.getexif()
    assert "comment" not in image.info


def test_a_picture_that_unpacks_to_more_than_any_camera_gives_is_refused() -> None:
    file = BytesIO()
    Image.new("1", (PIXELS // 1000 + 1, 1000)).save(file, "PNG")
    with pytest.raises(CannotClean):
        clean(file.getvalue())


def test_a_pdf_loses_author_attachments_and_what_the_camera_wrote_into_its_photos() -> None:
    data, ending = clean(pdf(photo()))
    assert ending == "pdf"
    assert MARK in plain(pdf(photo()))
    assert MARK not in plain(data)
    with pikepdf.open(BytesIO(data)) as cleaned:
        assert len(cleaned.pages) == 1
        assert not cleaned.attachments
        assert "/Info" not in cleaned.trailer
        assert "/T" not in cleaned.pages[0].Annots[0]
        assert cleaned.pages[0].Resources.XObject.Im0.read_raw_bytes() == jpeg_without_traces(photo())


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(CannotClean):
        clean(pdf(lock=pikepdf.Encryption(user="1234", owner="1234")))


def test_a_word_file_loses_its_authors_and_can_still_be_read() -> None:
    comments = f'<w:comments><w:comment w:author="{SECRET}" w:initials="{SECRET}"/></w:comments>'.encode()
    settings = f'<Relationships><Relationship Target="file:///C:/Users/{SECRET}/x.dotm"/></Relationships>'.encode()
    dirty = word(**{"x__comments.xml": comments, "x__settings.xml.rels": settings})
    assert SECRET.encode() in unpacked(dirty)
    data, ending = clean(dirty)
    assert ending == "docx"
    assert SECRET.encode() not in unpacked(data)
    assert MARK not in unpacked(data)
    assert Document(BytesIO(data)).paragraphs[0].text == "村口的路灯坏了"
    assert {info.date_time[0] for info in ZipFile(BytesIO(data)).infolist()} == {1980}


@pytest.mark.parametrize(
    "part",
    [
        f"<comments><authors><author>{SECRET}</author></authors></comments>",
        f'<p:cmAuthorLst><p:cmAuthor id="1" name="{SECRET}" initials="{SECRET}"/></p:cmAuthorLst>',
        f'<personList><person displayName="{SECRET}" id="{{1}}" userId="{SECRET}" providerId="AD"/></personList>',
        f'<workbook><fileSharing userName="{SECRET}"/></workbook>',
        f'<x15ac:absPath url="C:\\Users\\{SECRET}\\Desktop\\" xmlns:x15ac="http://x"/>',
    ],
)
def test_every_place_where_an_office_file_names_someone_is_emptied(part: str) -> None:
    data, _ = clean(word(**{"x__part.xml": part.encode()}))
    assert SECRET.encode() not in unpacked(data)


def test_what_is_packed_into_a_word_file_is_cleaned_or_the_whole_is_refused() -> None:
    data, _ = clean(word(**{"word__embeddings__a.docx": word()}))
    with ZipFile(BytesIO(data)) as package:
        assert SECRET.encode() not in unpacked(package.read("word/embeddings/a.docx"))
    with pytest.raises(CannotClean):
        clean(word(**{"word__embeddings__oleObject1.bin": b"\xd0\xcf\x11\xe0\x00\x01"}))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xffbroken",
        b"%PDF-1.7 broken",
        b"PK\x03\x04broken",
        b"\x00\x00\x00\x20ftypmp42",
        b"\xd0\xcf\x11\xe0\x00\x01",
    ],
)
def test_what_is_broken_or_unknown_is_refused(data: bytes) -> None:
    with pytest.raises(CannotClean):
        clean(data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_plain_text_has_nothing_to_lose(encoding: str) -> None:
    assert clean("路灯坏了\r\n".encode(encoding)) == ("路灯坏了\r\n".encode(encoding), "txt")


# --- what pretends, and what unpacks to too much ----------------------------------------------------------------------


def test_what_a_file_is_its_content_says() -> None:
    """A photo called .pdf is a photo; a package called .jpg is none, and one of no kind that we know is refused."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("run.exe", b"MZ")
    with pytest.raises(CannotClean):
        clean(file.getvalue())
    assert clean(photo())[1] == "jpg"


def test_what_hangs_behind_a_picture_stays_behind() -> None:
    """A file that is a picture to one program and a package to another leaves as the picture alone."""
    both, _ = clean(photo() + word())
    assert b"PK\x03\x04" not in both


def liar(real: int, said: int) -> bytes:
    """A document with a part that unpacks to ``real`` bytes and says that it were ``said``."""
    honest = word(word__bomb=bytes(real))
    sizes = real.to_bytes(4, "little")
    assert honest.count(sizes) == 2
    return honest.replace(sizes, said.to_bytes(4, "little"))


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    data = liar(real=(60 << 20) + 1, said=1000)
    tracemalloc.start()
    with pytest.raises(CannotClean):
        clean(data)
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_documents_within_documents_share_one_room() -> None:
    within = word(word__a=bytes(40 << 20))
    clean(word(**{"word__embeddings__1.docx": within}))
    with pytest.raises(CannotClean, match="too much"):
        clean(word(**{f"word__embeddings__{n}.docx": within for n in range(3)}))


def test_documents_are_not_unpacked_without_end() -> None:
    nested = word()
    for _ in range(DEEPEST - 1):
        nested = word(**{"word__embeddings__a.docx": nested})
    clean(nested)
    with pytest.raises(CannotClean, match="too deep"):
        clean(word(**{"word__embeddings__a.docx": nested}))


def test_the_pictures_of_a_document_are_not_more_than_its_share() -> None:
    file = BytesIO()
    Image.new("1", (PIXELS // 1000, 1000)).save(file, "PNG")
    with pytest.raises(CannotClean, match="too much"):
        clean(word(**{f"word__media__{n}.png": file.getvalue() for n in range(2)}), Room(pixels=PIXELS))


# --- in a process of its own ------------------------------------------------------------------------------------------


async def test_a_process_of_its_own_cleans_as_well() -> None:
    assert await clean_apart(photo()) == clean(photo())
    with pytest.raises(CannotClean, match="unknown sort of file"):
        await clean_apart(b"\x00\x01")


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.kill(os.getpid(), 11)",
        "bytes(3 << 30)",
        "import tempfile; tempfile.TemporaryFile(buffering=0).write(b'x' * 9)",
    ],
)
async def test_what_breaks_or_fills_that_process_does_not_break_ours(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a library would: by a fault of its own, by taking too much, by writing."""
    monkeypatch.setattr(
        cleaning_apart, "PROGRAM", ("-c", f"from bot.cleaning_process import keep_to_bounds; keep_to_bounds(); {code}")
    )
    with pytest.raises(CannotClean, match="broke its reader"):
        await clean_apart(photo())


async def test_that_process_does_not_know_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_TELEGRAM__TOKEN", "42:secret")
    told = "import os, sys; sys.stdout.write('txt' + chr(10) + repr(dict(os.environ)))"
    monkeypatch.setattr(cleaning_apart, "PROGRAM", ("-c", told))
    assert b"secret" not in (await clean_apart(b""))[0]
