"""What people say before they come to the matter: a greeting, thanks, «I have a complaint». None is a letter yet."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HELLO = _words("""
    您好 你好 妳好 您們好 你们好 你們好 大家好 哈喽 哈囉 嗨 喂 早上好 上午好 中午好 下午好 晚上好 hello hi hey 请问 請問
    请问一下 打扰了 打擾了 在吗 在嗎 在么 在不在 有人吗 有人嗎 有人在吗 有人在嗎 test 测试
""")
_THANKS = _words("""
    谢谢 謝謝 多谢 多謝 感谢 感謝 谢了 谢谢你 谢谢您 謝謝你 謝謝您 谢谢你们 非常感谢 好的 好 收到 知道了 明白了 嗯 哦
    再见 再見 拜拜 thanks thankyou ok okay bye
""")
_HAVE = _words("""
    我 我们 我們 你们 你們 想 要 想要 需要 来 來 有 个 個 一个 一個 一下 一些 点 點 些 件 说 說 说件 說件 事
    怎么 怎麼 怎样 如何 在哪 在哪里 i want to have a
""")
_MATTER = _words("""
    投诉 投訴 举报 舉報 反映 反应 反應 问题 問題 情况 情況 提意见 提意見 提建议 提建議 建议 建議 意见 意見 求助 咨询
    諮詢 写信 寫信 来信 來信 上访 上訪 信访 信訪 说话 說話 说事 complain complaint report write
""")
_OWED = _words("还差 还欠 还剩 还要 进度 没完成 任务 owe left")
_WORK = _words("""
    我 我的 今年 本年 全年 履职 走访 实事 任务 进度 联系对象 多少 几次 几件 几个 几户 哪些 哪几个 谁 什么 做 做什么 办
    完成 没有 看 看看 查 查查 查一下 次 件 do i what how much still
""")
_TAIL = _words("啊 呀 吧 呢 吗 嗎 哈 了 的")
_LONGEST_WORD = max(map(len, _HELLO | _THANKS | _HAVE | _MATTER))
_LONGEST = 30
"""Characters of small talk; longer words have something to say."""
_KEY = 2
"""Digits: a 1 is pressed on a telephone, a longer number means something."""


def is_greeting(text: str) -> bool:
    """Someone says hello, or asks whether anybody is there, and nothing else yet; marks and pictures alone as well."""
    said = _folded(text)
    if not said or (said.isdigit() and len(said) <= _KEY):
        return bool(text.strip())
    return _consists_of(said, _HELLO | _TAIL)


def is_thanks(text: str) -> bool:
    """Thanks, a nod or a goodbye."""
    return _consists_of(_folded(text), _THANKS | _TAIL)


def is_opening(text: str) -> bool:
    """Someone says that they have something to say, and not yet what: 我要投诉."""
    said = _folded(text)
    is_about_it = any(word in said for word in _MATTER)
    return is_about_it and _consists_of(said, _HELLO | _HAVE | _MATTER | _TAIL)


def asks_what_is_owed(text: str) -> bool:
    """A member asks where they stand this year: 我今年还差几次走访."""
    said = _folded(text)
    return any(word in said for word in _OWED) and _consists_of(said, _OWED | _WORK | _HELLO | _TAIL)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _consists_of(said: str, words: frozenset[str]) -> bool:
    """Nothing but these words, the longest taken first?"""
    if len(said) > _LONGEST:
        return False
    at = 0
    while at < len(said):
        sizes = range(min(_LONGEST_WORD, len(said) - at), 0, -1)
        size = next((size for size in sizes if said[at : at + size] in words), 0)
        if not size:
            return False
        at += size
    return bool(said)
