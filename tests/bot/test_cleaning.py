"""Files without their traces: what the reader sees stays, who made it and where goes."""

import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from docx import Document
from PIL import Image

from bot import cleaning_apart
from bot.cleaning import CannotClean, clean
from bot.cleaning_apart import clean_apart
from bot.cleaning_pictures import jpeg_without_traces
from bot.cleaning_room import DEEPEST, PIXELS, Room

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


BLIND = "word__fonts__a.odttf"
"""A part that goes on as it is."""


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


def packed_photo(made: pikepdf.Pdf) -> pikepdf.Stream:
    """As some programs put a photo into a PDF: packed once more."""
    stream = made.make_stream(zlib.compress(photo()), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode])
    return stream


def jpeg_2000(made: pikepdf.Pdf) -> pikepdf.Stream:
    boxes = ((b"jP  ", b"\r\n\x87\n"), (b"uuid", MARK), (b"jp2c", b"pixels"))
    data = b"".join((8 + len(content)).to_bytes(4) + kind + content for kind, content in boxes)
    stream = made.make_stream(data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    stream.Filter = pikepdf.Name.JPXDecode
    return stream


def signed(made: pikepdf.Pdf) -> pikepdf.Dictionary:
    """The field of a digital signature; the certificate names who signed."""
    about = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=MARK, ByteRange=[0, 1, 2, 3], Name=MARK.decode())
    value = made.make_indirect(about)
    return pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Signature1", V=value)


def attached(made: pikepdf.Pdf) -> pikepdf.Dictionary:
    """A note with a file behind it."""
    files = pikepdf.Dictionary(F=made.make_stream(MARK))
    behind = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F=f"C:/{MARK.decode()}", UF=MARK.decode(), EF=files)
    return pikepdf.Dictionary(Subtype=pikepdf.Name.FileAttachment, FS=made.make_indirect(behind))


def leading_away(_: pikepdf.Pdf) -> pikepdf.Dictionary:
    action = pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=f"/home/{MARK.decode()}/a.pdf")
    return pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action)


@pytest.mark.parametrize("make", [packed_photo, jpeg_2000, signed, attached, leading_away])
def test_a_pdf_loses_what_is_packed_signed_and_attached(make: Callable[[pikepdf.Pdf], pikepdf.Object]) -> None:
    file, made = BytesIO(), pikepdf.new()
    made.add_blank_page()
    made.pages[0].obj.Annots = pikepdf.Array([make(made)])
    made.save(file)
    unzipped = [zlib.decompress(data) for data in streams(file.getvalue()) if data[:1] == b"x"]
    assert MARK in b"".join([plain(file.getvalue()), *unzipped])
    cleaned, _ = clean(file.getvalue())
    unzipped = [zlib.decompress(data) for data in streams(cleaned) if data[:1] == b"x"]
    assert MARK not in b"".join([plain(cleaned), *unzipped])
    assert len(pikepdf.open(BytesIO(cleaned)).pages) == 1


def streams(data: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(data)) as opened:
        return [thing.read_raw_bytes() for thing in opened.objects if isinstance(thing, pikepdf.Stream)]


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
        f"<w:ins w:id='1' w:author='{SECRET}' w:date='2026-03-16'/>",
        f'<ns0:comment ns0:author = "{SECRET}"/>',
        f'<p188:authorLst><p188:author id="{{1}}" name="{SECRET}" initials="{SECRET}" userId="S::x"/></p188:authorLst>',
        f'<pc:chgInfo><pc:chgData name="{SECRET}" userId="x" providerId="AD"/></pc:chgInfo>',
        f'<pivotCacheDefinition refreshedBy="{SECRET}" refreshedDate="45000"/>',
        f'<connection sourceFile="C:\\Users\\{SECRET}\\a.mdb"><dbPr connection="User ID={SECRET};"/></connection>',
        f'<pic:cNvPr id="0" name="{SECRET}拍的.JPG" descr="/Users/{SECRET}/a.heic"/>',
        f'<v:imagedata r:id="rId1" o:title="{SECRET}.png"/>',
        f'<Relationship Id="r" Target="/Users/{SECRET}/a.xlsx" TargetMode="External"/>',
        f'<w:docVars><w:docVar w:name="Sender" w:val="{SECRET}"/></w:docVars>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_place_where_an_office_file_names_someone_is_emptied(part: str, encoding: str) -> None:
    data, _ = clean(word(**{"x__part.xml": part.encode(encoding)}))
    assert SECRET.encode() not in unpacked(data)
    assert SECRET.encode("utf-16-le") not in unpacked(data)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "package__services__metadata__core-properties__1.psmdcp",
            "docProps__core0.xml",
            "docMetadata__LabelInfo.xml",
        ),
        *(
            "_xmlsignatures__sig1.xml",
            "_xmlsignatures__origin.sigs",
            "word__printerSettings1.bin",
            "customXml__item9.xml",
        ),
    ],
)
def test_a_part_that_nobody_sees_is_empty(name: str) -> None:
    data, _ = clean(word(**{name: f"<x>{SECRET}</x>".encode()}))
    assert SECRET.encode() not in unpacked(data)


def test_two_documents_of_one_writer_are_not_known_by_what_word_numbers() -> None:
    settings = b'<w:settings><w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids><w15:docId w15:val="{1}"/></w:settings>'
    text = b'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w14:paraId="1"><w:r/></w:p>'
    data = unpacked(clean(word(**{"x__settings.xml": settings, "x__text.xml": text}))[0])
    assert b"00A77B3E" not in data
    assert b"docId" not in data
    assert b'<w:p w14:paraId="1"><w:r/></w:p>' in data


def test_what_was_written_in_a_document_stays_as_it_was() -> None:
    said = (
        '<w:p><w:t>作者：王秀英 http://example.org/a.jpg</w:t></w:p><wp:docPr id="1" name="图片 1" descr="坏了的路灯"/>'
    )
    link = '<Relationship Id="r" Target="https://example.org/a" TargetMode="External"/>'
    data = unpacked(clean(word(**{"x__text.xml": said.encode(), "x__text.xml.rels": link.encode()}))[0])
    assert said.encode() in data
    assert link.encode() in data


def drawing(form: str) -> bytes:
    file, comment = BytesIO(), {"comment": MARK} if form == "GIF" else {"description": MARK.decode()}
    Image.new("RGB", (4, 2), "red").save(file, form, **comment)
    return file.getvalue()


@pytest.mark.parametrize(("name", "form"), [("a.gif", "GIF"), ("a.tiff", "TIFF"), ("a.tmp", "TIFF")])
def test_a_picture_within_a_document_is_drawn_anew_whatever_its_format(name: str, form: str) -> None:
    assert MARK in drawing(form)
    assert MARK not in unpacked(clean(word(**{f"word__media__{name}": drawing(form)}))[0])


def test_drawings_within_a_document_lose_what_their_programs_noted() -> None:
    svg = f'<svg s:docname="{SECRET}.svg"><metadata><dc:x>{SECRET}</dc:x></metadata><!-- {SECRET} --><path/></svg>'
    emf = (
        bytes(60)
        + (9).to_bytes(4, "little")
        + (68).to_bytes(4, "little")
        + SECRET.encode("utf-16-le").ljust(18)
        + b"end"
    )
    data = unpacked(clean(word(**{"word__media__a.svg": svg.encode(), "word__media__a.emf": emf}))[0])
    assert SECRET.encode() not in data
    assert SECRET.encode("utf-16-le") not in data
    assert b"<path/>" in data
    assert b"end" in data


def test_what_is_packed_into_a_word_file_is_cleaned_or_the_whole_is_refused() -> None:
    data, _ = clean(word(**{"word__embeddings__a.docx": word()}))
    with ZipFile(BytesIO(data)) as package:
        assert SECRET.encode() not in unpacked(package.read("word/embeddings/a.docx"))
    with pytest.raises(CannotClean):
        clean(word(**{"word__embeddings__oleObject1.bin": b"\xd0\xcf\x11\xe0\x00\x01"}))


@pytest.mark.parametrize("name", ["ppt__media__media1.m4a", "word__media__a.heic", "xl__model__item.data"])
def test_a_recording_or_what_is_not_known_within_a_document_is_refused(name: str) -> None:
    with pytest.raises(CannotClean):
        clean(word(**{name: b"\x00\x00\x00\x20ftyp"}))


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
    honest = word(**{BLIND: bytes(real)})
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
    within = word(**{BLIND: bytes(40 << 20)})
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
