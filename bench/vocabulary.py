"""Letters as people write them, made from a seed: few words are in very many letters, many words in a few."""

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


def _words(line: str) -> list[str]:
    return line.split()


THINGS = _words(
    "路灯 垃圾 停车 自来水 医保 学校 公交 物业 噪音 养老 电梯 油烟 下水道 斑马线 健身器材 充电桩 低保 河道 桥栏杆 "
    "幼儿园 污水管 宽带 燃气 消防通道 养殖场 补贴 图书馆 卫生室 红绿灯 人行道 水渠 农药瓶 广场舞 快递柜 校车 危房 "
    "绿化带 信号塔 地下车库 菜市场 公厕 监控 水电费 排水沟 老年食堂 公园 堤坝 变压器 围墙 蓄水池 祠堂 渡口 粮站 "
    "茶园 蚕房 晒谷场 石拱桥 老戏台 碾米机 观景台"
)
TROUBLES = _words(
    "坏了 没人管 太少 经常堵 不方便 收费太高 太吵 半夜还在响 长期失修 臭味很大 被占用 办不下来 看不清 断了两处 "
    "一直没有修 漏水 停了又停 没有说法 排队太久 存在安全隐患 晚上一片漆黑 挤不上去 到处都是 换了又坏 塌了一角"
)
EFFECTS = _words(
    "老人晚上不敢出门 孩子上学要绕很远 下雨天没法走 大家意见很大 差点出了事故 夏天根本开不了窗 电瓶车没有地方放 "
    "庄稼受了损失 邻里为此吵过几回 轮椅推不上去 救护车开不进来 一家人睡不好觉 摔伤过两个人 生意受到影响"
)
PLEAS = _words(
    "请委员帮忙反映 希望有关部门来看一看 盼望早日解决 麻烦您过问一下 请给一个答复 建议尽快维修 望能列入今年的计划 "
    "我们全组的人都签了字 谢谢您百忙之中看这封信 能不能请社区牵头商量 请不要再推来推去"
)
PLACES = _words("城北镇 城南街道 城东镇 城西镇 开发区 新桥镇 马洲镇 孤山镇 生祠镇 斜桥镇 西来镇 东兴镇")
ENDINGS = _words("村 小区 路口 桥头 菜场 小学 车站 组 河边 工地")
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任"
GIVEN = (
    "秀英桂兰玉珍红梅建国志强海燕春华国庆永福德顺淑芳丽娟晓明文斌俊杰雨欣梓涵子轩浩然思琪佳怡宇航诗雅嘉懿"
    "泽楷煜祺璟雯皓熙沐宸若曦奕霏瑾瑜婉凝逸尘景行知远云舒清婉墨白星野"
)
OPENINGS = _words("委员您好 尊敬的委员 您好 委员同志 政协领导好")


class Writer:
    """Writes letters; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._weights: dict[int, list[float]] = {}

    def letter(self) -> str:
        """40 to 400 characters."""
        told = "".join(self._matter() for _ in range(self._few()))
        return f"{self._of(OPENINGS)}，我是{self._place()}的{self.name()}。{told}{self._of(PLEAS)}。"

    def name(self) -> str:
        """A person's: of some thousands, few of them borne by many."""
        given = "".join(self._of(GIVEN) for _ in range(2))
        return self._of(SURNAMES) + given

    def _matter(self) -> str:
        since = f"已经{self._chance.randint(2, 30)}{self._of(('天', '个月', '周', '年'))}了"
        seen = f"{self.name()}也看到过，" if self._chance.random() < 0.3 else ""
        return f"{self._place()}的{self._of(THINGS)}{self._of(TROUBLES)}，{since}，{seen}{self._of(EFFECTS)}。"

    def _place(self) -> str:
        village = "".join(self._of(GIVEN) for _ in range(2))
        return f"{self._of(PLACES)}{village}{self._of(ENDINGS)}"

    def _few(self) -> int:
        return self._chance.choices((1, 2, 3, 5), (50, 30, 15, 5))[0]

    def _of(self, choice: Sequence[T]) -> T:
        """The second half as often as the first, the third a third as often …"""
        size = len(choice)
        if size not in self._weights:
            self._weights[size] = list(accumulate(1 / rank for rank in range(1, size + 1)))
        return self._chance.choices(choice, cum_weights=self._weights[size])[0]
