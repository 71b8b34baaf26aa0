"""The diary from the phone: written with words and a photo, read by month, fetched as a file with its picture."""

from io import BytesIO
from zipfile import ZipFile

from PIL import Image

from tests.bridge import Bridge
from tests.journeys.test_visits import know


def _photo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (640, 480), "#88aacc").save(file, "JPEG")
    return file.getvalue()


async def test_a_diary_is_written_read_and_fetched_with_its_pictures(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    await li.sees("已登记")
    await li.say("日记")
    await li.sees("上门王秀英：了解就医情况")
    await li.press("✍️ 写日记")
    await li.sees("请写今天的日记")
    await li.say("参加农业界别座谈会")
    await li.sees("可以接着写")
    await li.send_photo(file=_photo())
    await li.sees("照片、录音 1 份")
    await li.press("完成")
    await li.sees("只有您自己能看")
    await li.press("这个月")
    await li.sees("参加农业界别座谈会")
    await li.press("2026 年日记文件")
    file = await li.sees("年的履职日记")
    assert file.raw["document"]["file_name"] == "履职日记-李建国-2026.docx"
    with ZipFile(BytesIO(await bridge.sandbox.file(file.raw["document"]["file_id"]))) as parts:
        assert [name for name in parts.namelist() if name.startswith("word/media/")]
        document = parts.read("word/document.xml").decode()
    assert "参加农业界别座谈会" in document
    await li.say("/report")
    await li.sees("走访次数（含电话、线上）：1")
    await li.press("写体会与打算")
    await li.say("明年多跑几趟")
    await li.sees("明年多跑几趟")
    await li.press("领取文件")
    summary = await li.sees("可在 Word 里修改后打印")
    assert summary.raw["document"]["file_name"] == "年度小结-李建国-2026.docx"
    await li.press("小结和日记")
    await li.sees("报送回执")
    await bridge.zhou.sees("收到年度小结")
    diary = await bridge.zhou.sees("随小结一并报送")
    assert diary.raw["document"]["file_name"] == "履职日记-李建国-2026.docx"
    await li.say("/report")
    await li.sees("已于2026年")
