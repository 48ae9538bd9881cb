"""The name of what has gone on for so long: 连续6年居全省首位, 连续三次获评."""

from __future__ import annotations

from jinan_metrics import earlier, patterns
from jinan_metrics.context import RATES_OF_CHANGE
from jinan_metrics.naming.behind import NamesBehind
from jinan_metrics.naming.name import Name
from jinan_metrics.naming.owners import BARE, PLACES, with_owner
from jinan_metrics.objects import without_verb
from jinan_metrics.state import Spot

# What goes on in a row and says nothing without its owner, and owners that say nothing (济南市连续6年…).
_STATES = (
    "同比",
    "环比",
    "两位数",
    "双位数",
    "保持",
    "稳定",
    "下降",
    "增长",
    "正增长",
    "负增长",
    "增产",
    "减产",
    "达到",
    "实现",
    "超",
    "突破",
)
_RANKED_SO = patterns.compile(
    r"(?:稳居|位居|居|位列|列|排|保持|进入|跻身)[^，]{0,14}(?:首位|第|前[列一二三四五六七八九十\d]|榜首)"
    r"|(?:高|低|快|好|优|领先)于[^，]{0,8}(?:平均|全国|全省|全市|同期)"
)
_NEXT_STATED = patterns.compile(
    r"、(?=\d{1,3}次)|、[\u4e00-\u9fff]{2,10}(?:达|为|占|至|到|增|降)[^、，。;]{0,3}\d"
)
_PLACED_IN = patterns.compile(
    r"(?:跻身|进入|位列|位居|居|列|获评|入选)(?P<field>[^，。;\d]{3,20}(?:竞争力|指数|榜单?|水平|率|强))(?:前|第|首|榜首)"
)


class Streaks(NamesBehind):
    """Names of streaks, by what is told behind them and what was told before."""

    def _streak(self, spot: Spot, noun: str) -> Name:
        if not noun:  # 粮食总产量实现八连增，连续5年超万亿斤
            fronted = self.slice(*earlier.leading_subject(self._masked, spot, self._claimed_until))
            self.told.subject = fronted or self.told.subject
        happened = spot.after.happening
        begin = min(point for point in (happened[0], spot.after.noun[0]) if point >= spot.quantity.end)
        end = spot.clause_end
        further = _NEXT_STATED.search(self._masked, begin + 4, end)  # 连续3年占八成以上、转化率达60%
        words = self.slice(begin, end if further is None else further.start())
        words = words.removeprefix("以来") if words.startswith("以来") else words.removeprefix("来")
        owner = noun and not noun.endswith(PLACES)
        placed = None if noun else _PLACED_IN.match(words)
        if placed is not None:  # 连续三年跻身外贸百强市竞争力前三
            self.told.subject = placed.group("field")
            return Name(words, "", "name.streak")
        if _RANKED_SO.match(words) and (noun or self.told.subject):
            if noun:  # 农民收入增速连续5年高于全省平均水平
                noun += next((word for word, _ in spot.before.words if word in RATES_OF_CHANGE), "")
            words = (
                noun
                if owner and noun not in BARE
                else with_owner(noun, self.told.subject, self.told.group)
                if noun
                else self.told.subject
            )
        elif owner and (len(words) <= 4 or words.startswith(_STATES)):
            words = noun + words
        elif (
            not noun
            and (words.startswith(_STATES) or len(words) <= 2)
            and self.told.subject
            and words[2:3] != "“"
        ):
            words = self.told.subject + words
        words = words or noun or self.told.subject
        if owner and len(noun) >= 2 and noun not in BARE:
            self.told.subject = noun
        elif not noun and len(words) > 4 and not self.told.names:
            self.told.subject = without_verb(words)
        return Name(words, "", "name.streak")
