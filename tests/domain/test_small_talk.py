"""What is no letter yet."""

import pytest

from domain.small_talk import asks_what_is_owed, is_greeting, is_opening, is_thanks

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


@pytest.mark.parametrize(
    "said",
    [
        "还差多少",
        "我今年还差几次走访？",
        "您好，我还欠什么",
        "看看任务",
        "还要走访谁",
        "履职进度",
        "what do i still owe",
    ],
)
def test_a_member_may_ask_what_is_still_owed_in_any_words(said: str) -> None:
    assert asks_what_is_owed(said)


@pytest.mark.parametrize("said", ["", "你好", "我要投诉", "路灯还差一盏", "走访王秀英", "下水道的工程进度太慢"])
def test_what_is_about_something_else_is_no_question_for_the_figures(said: str) -> None:
    assert not asks_what_is_owed(said)
