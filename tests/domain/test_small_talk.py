"""What is no letter yet."""

import pytest

from domain.small_talk import is_greeting, is_opening, is_thanks

GREETINGS = ["你好", "您好！", "hello", "您好，在吗？", "在吗", "有人吗？", "請問", "👍", "？", "1"]
OPENINGS = [
    "我要投诉",
    "投诉",
    "我想反映一个问题",
    "你好，我要举报！",
    "我要投訴",
    "怎么投诉",
    "写信",
    "I want to complain",
]
THANKS = ["谢谢", "谢谢您！", "好的", "嗯", "收到，谢谢", "OK", "Thank you!"]
MATTERS = [
    "路灯坏了",
    "你好，路灯坏了",
    "我要投诉物业",
    "好吧，路灯",
    "13800000001",
    "谢谢李委员",
    "问题很多",
    "",
    "好" * 31,
]


@pytest.mark.parametrize("text", GREETINGS + OPENINGS + THANKS + MATTERS)
def test_small_talk_is_told_from_what_is_meant_for_a_letter(text: str) -> None:
    assert is_greeting(text) is (text in GREETINGS)
    assert is_opening(text) is (text in OPENINGS)
    assert is_thanks(text) is (text in THANKS)
