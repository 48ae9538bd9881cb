"""Numerals: what each spelling means, which texts are refused, and the shared cases where they are at hand.

The tables are corpora as Duckling writes them: a value and the spellings that must all lead to it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

from jinan_metrics.numerals import NumeralError, parse, parse_ordinal, parse_percent, read, render

D = Decimal

NUMBERS: dict[str, str] = {
    "0": "0 零 〇 ○ ０ 零零 -0 0.0",
    "1": "1 一 壹 弌 １ 01 +1 正一",
    "2": "2 二 两 兩 俩 倆 贰 貳 一对 一双 一雙",
    "5": "5 五 伍 零五",
    "6": "6 六 陆 陸 半打 三对 三双",
    "7": "7 七 柒 零零七 007",
    "10": "10 十 拾 一十 壹拾 零十 一〇 五对",
    "11": "11 十一 拾壹 一十一 １１",
    "12": "12 十二 一打 壹打",
    "18": "18 十八 一打半",
    "20": "20 二十 贰拾 貳拾 廿 二〇 十双",
    "25": "25 二十五 廿五 贰拾伍",
    "33": "33 三十三 卅三 叁拾叁",
    "48": "48 四十八 卌八 四打",
    "50": "50 五十 半百 5十",
    "99": "99 九十九 玖拾玖",
    "100": "100 一百 百 壹佰 1百",
    "105": "105 一百零五 一百〇五 1百零5 百零五",
    "110": "110 一百一十 一百一 一百十 一百零十 百一",
    "115": "115 一百一十五 一百十五",
    "125": "125 一百二十五 一百廿五 百二十五",
    "250": "250 二百五 两百五 二百五十 贰佰伍拾 兩百五十 2百5 2百50",
    "307": "307 三百零七 叁佰零柒 參佰零柒",
    "365": "365 三百六十五 三六五",
    "1000": "1000 1,000 一千 千 壹仟 1k 1K 1千",
    "1005": "1005 一千零五 1千零5 一千〇五",
    "1050": "1050 一千零五十 1千零50",
    "1300": "1300 一千三 千三 一千三百 1千3 壹千叁",
    "1998": "1998 一九九八 一千九百九十八 １９９８",
    "2022": "2022 二〇二二 二零二二 二○二二 两千零二十二 ２０２２",
    "2350": "2350 两千三百五 二千三百五十 兩千三百五 2,350",
    "5000": "5000 半万 五千 5k",
    "10003": "10003 一万零三 壹萬零叁 1万零3",
    "10012": "10012 一万零一十二 一万零十二 一万十二",
    "10040": "10040 一万零四十 一萬零卌",
    "10300": "10300 一万零三百 一万三百 1万零300",
    "13000": "13000 一万三 一万三千 万三 1万3 1.3万 １．３万",
    "34000": "34000 3万4000 三万四 三万四千 3万4千 3.4万",
    "54600": "54600 5万4千6百 五万四千六百 五万四千六 5.46万",
    "94000": "94000 九萬四 九万四 九万四千",
    "103000": "103000 十万三 十万三千 10万3千",
    "142000": "142000 14.2万 14.20万 十四万二 十四万二千 142,000 十四点二万 14点2万 142k",
    "1100000": "1100000 110万 一百一十万 1.1m 1.1M",
    "1050000": "1050000 一百零五万 105万",
    "1234567.8": "1234567.8 1,234,567.8 １，２３４，５６７．８ 123.45678万",
    "2160000": "2160000 216万 二百一十六万",
    "95000000": "95000000 9500万 九千五百万 0.95亿",
    "100000000": "100000000 1亿 一亿 亿 壹億 万万 一万万 10000万 一个亿 1个亿",
    "130000000": "130000000 一亿三 1.3亿 一亿三千万 1亿3",
    "300000000": "300000000 三亿 三个亿 3个亿 叁億",
    "500014600": "500014600 5亿1万4千6百 五亿零一万四千六百",
    "500000006": "500000006 五亿零六 五億零六",
    "1000000000000": "1000000000000 一万亿 1万亿 万亿 一兆 1兆 1t 1T 10000亿",
    "3400000000000": "3400000000000 三万四千亿 3.4万亿 三点四万亿 3万4千亿",
    "4780000000000": "4780000000000 4.78万亿 4万7800亿",
    "1000500000000": "1000500000000 一万零五亿 一万亿零五亿",
    "5006200045200": "5006200045200 五兆六十二億四萬五千二",
    "9999999999999999": "9999999999999999 九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九",
    # decimals
    "0.5": "0.5 .5 零点五 ０．５ 半 一半 半数 半个 1/2 二分之一 二份一 2^-1 5e-1",
    "0.77": "0.77 零点七七 零點77 零．七七 零·七七 0·77",
    "2.5": "2.5 二点五 两点五 贰点伍 2点5 两个半 两年半 两倍半 两个半小时 兩個半鐘頭 二又二分之一 5/2",
    "3.1415926": "3.1415926 三点一四一五九二六",
    "1600.5": "1600.5 一千六点五 一千六百点五",
    "15.7": "15.7 十五点七 拾伍點柒",
    "1.5": "1.5 一个半 個半 一天半 3/2 一又二分之一",
    # powers and letters
    "200000": "200000 2e5 2E5 2e+5 ２ｅ５ 20万 二十万 廿万",
    "8": "8 2^3 八 捌",
    "0.4": "0.4 2.5^-1 五分之二 2/5",
    "-1.2": "-1.2 −1.2 －1.2 负1.2 負一點二 -12e-1",
    "-1200000": "-1200000 -1,200,000 负一百二十万 負壹佰貳拾萬 -1.2m -1200k",
    # fractions
    "0.75": "0.75 3/4 四分之三 4分之3 ３／４ 四分三",
    "1.6": "1.6 8/5 一又五分之三 1又5分之3 1又3/5 一又3/5",
    "-1.5": "-1.5 负一又二分之一 負壹又二分之壹 -3/2",
    "350.5": "350.5 三百五又二分之一 三百五十又2分之1",
    "3.023": "3.023 3又一千分之23 三又一千分之二十三",
    "139.0625": "139.0625 16分之2225",
    "0.0003": "0.0003 一万分之三 万分之三 0.03%",
    "40.56": "40.56 二十五分之一千零拾肆",
    # shares as plain numbers
    "0.9": "0.9 九成 90% 百分之九十 9折",
    "0.2": "0.2 20% ２０％ 两成 百分之二十 五分之一",
    "0.0042": "0.0042 4.2‰",
    "0.004": "0.004 0.4个百分点",
}

PERCENTS: dict[str, str] = {
    "-122": "-122% 负122% −122％",
    "-3": "-3% 负百分之三 百分之负三 百分之-3",
    "0": "0% 百分之零",
    "0.03": "0.03% 万分之三 萬分之叁",
    "0.1": "0.1% 千分之一 仟分之壹 1‰",
    "0.42": "4.2‰ 千分之四点二 0.42%",
    "0.4": "0.4% 0.4个百分点 零点四个百分点 0.4百分点 0.4個百分點",
    "0.5": "0.5% 半个百分点 百分之零点五 千分之五",
    "2.5": "2.5% 两个半百分点 2.5个百分点 百分之二点五",
    "5": "5% 半成 百分之五 百分五",
    "10": "10% 一成 1成 一折",
    "20": "20% 两成 二成 兩成 2折 贰成",
    "20.58": "20.58% ２０．５８％ 百分之二十点五八",
    "21": "2.1成 二点一成 两成一",
    "35": "三成半 3成半 3.5成 三成五 百分之三十五",
    "50": "50% 五成 五折 半折 对折 對折 一半 半数 二分之一 五十%",
    "75": "七五折 75折 7.5折 七点五折 打七五折 七成半 四分之三",
    "76": "七成六 7成6 76%",
    "80": "八折 8折 打八折 八成 80.0%",
    "85": "85折 八五折 八成半 8.5成",
    "88": "88折 八八折 八点八折",
    "100": "100% 百分之百 百分之一百 百分百 十成 10成 百分之100",
    "120.5": "百分之一百二十点五 佰分之一百二十點五",
    "15000": "百分之15k 15K个百分点 15,000%",
    "0.0000001": "十亿分之一",
    "0.00000007": "百万万分之七",
    "0.00002": "千万分之二",
    "0.0006": "百万分之六",
}

ORDINALS: dict[str, str] = {
    "1": "第一 第1 第壹 第１",
    "2": "第二 第贰",
    "4": "第四 第4 第肆",
    "10": "第十 第10",
    "14": "第十四 第14",
    "100": "第一百 第100 第百",
    "250": "第二百五十 第250 第二百五 第贰佰伍拾",
    "30000": "第三万 第3万 第叁萬",
}

INEXACT: dict[tuple[str, str], str] = {
    ("10", "over"): "十几 十多 十余 10多 10余 几十 数十 數十 拾餘 好几十 超10 逾十 ≥10 >10 10以上 十有余",
    ("10", "approx"): "十来 十來 约10 约十 大约十 10左右 十上下 约为10 ≈10 近10余",
    ("10", "under"): "近10 近十 不到10 10不到 不足十 不满10 10以下 10以内 <10 ≤10 至多10 最多十",
    ("12", "under"): "不超过12 不高于十二 不多于12 接近12 小于12 12及以下 12之内",
    ("12", "over"): "不少于12 不低于十二 不小于12 大于12 多于12 12及以上 12开外 不止12",
    ("100", "over"): "上百 百余 一百多 几百 数百 100多 过百 破百 超百 突破一百 一百以上 一百出头 数以百计",
    ("100", "under"): "近百 近一百 接近100 將近100 将近一百 几近百 低于100 少于100 未达100 不大于100",
    ("1000", "over"): "上千 千余 几千 数千 一千多 好几千 至少1000 不低于1,000 高于1000 起码一千 数以千计",
    ("1000", "under"): "近千 近1000 不足1千",
    ("10000", "over"): "上万 万余 几万 数万 一万多 1万多 1万余 過萬 數以萬計 不下万",
    ("100000", "over"): "十多万 十余万 十几万 10多万 10余万 10万多 10万余 几十万 数十万 十餘萬",
    ("200000", "over"): "二十几万 二十多万 20余万 20几万",
    ("21000", "over"): "2.1万余 2.1万多 2.1余万 两万一多 超2.1万 二点一万余 二点一多万",
    ("4300", "over"): "4300多 4300余 四千三百多 4,300余 超4300 4300以上",
    ("15000000", "over"): "一千五百零几万 一千五百多万 1500余万 1500多万 1500万以上",
    ("50000000", "over"): "5000余万 5000多万 五千余万 五千万以上",
    ("100000000", "over"): "上亿 亿余 1亿多 一亿多 过亿 数亿 几个亿 好几亿",
    ("12000000000", "over"): "一百二十几亿 120多亿 120余亿 一百二十多个亿",
    ("1000000000000", "over"): "万亿以上 超万亿 突破1万亿 超过1.0万亿 一万多亿",
    ("1000000000000", "under"): "近万亿 不足1万亿",
    ("1", "over"): "一点几 1以上 超1",
    ("60000", "over"): "六万多 6万余 六点几万",
    # direction goes before 约, opposite directions leave "around"
    ("300", "over"): "约300多 大约300余 300多左右",
    ("200", "approx"): "近200余 超200以内 约200 约200左右",
}

INEXACT_SHARES: dict[tuple[str, str, str], str] = {
    ("90", "under", "percent"): "近九成 近90% 不到九成 90%以下 接近百分之九十 不足90%",
    ("90", "over", "percent"): "超九成 九成以上 九成多 90%以上 90%多 90多% 百分之九十多 百分之九十以上",
    ("30", "approx", "percent"): "约三成 三成左右 30%左右 百分之三十左右 约30% 约百分之三十",
    ("2", "over", "percent"): "2个多百分点 两个多百分点 2多个百分点 超2个百分点 2个百分点以上",
    ("0.5", "over", "fraction"): "过半 過半 超半数 超过一半 一半以上 半数以上 大半 多半 一半多",
    ("0.5", "under", "fraction"): "近半 近一半 不到一半 接近半数 小半",
    ("0.75", "over", "fraction"): "超四分之三 四分之三以上 四分之三多 超过3/4",
    ("4.2", "over", "permille"): "超4.2‰ 4.2‰以上 4.2‰多",
    ("10", "over", "ordinal"): "第十几 第十多",
}

RANGES: dict[tuple[str, str, str, str], str] = {
    ("3", "5", "approx", "plain"): "三五 约3至5 三到五左右 大约3-5",
    ("2", "3", "approx", "plain"): "两三 二三 兩三",
    ("3", "5", "exact", "plain"): "3至5 3到5 三至五 三到五 3-5 3—5 3–5 3～5 3~5 3——5 3--5 3-5之间 叁至伍",
    ("17", "18", "approx", "plain"): "十七八",
    ("30", "40", "approx", "plain"): "三四十",
    ("30", "50", "approx", "plain"): "三五十",
    ("120", "130", "approx", "plain"): "一百二三十",
    ("107", "108", "approx", "plain"): "一百零七八",
    ("700", "800", "approx", "plain"): "七八百 柒捌佰",
    ("13000", "14000", "approx", "plain"): "一万三四",
    ("120000", "130000", "approx", "plain"): "十二三万",
    ("2000000", "3000000", "approx", "plain"): "两三百万 二三百萬",
    ("500000000", "600000000", "approx", "plain"): "五六亿 五六个亿",
    ("30000", "50000", "exact", "plain"): "3至5万 3~5万 3万至5万 三至五万 三万到五万 3万—5万 3-5个万",
    ("30000", "50000", "over", "plain"): "3至5万以上 3万多至5万 3~5万余 超3至5万",
    ("21000", "25000", "exact", "plain"): "2.1万—2.5万 2.1—2.5万 21000~25000 21,000-25,000",
    ("8000", "10000", "exact", "plain"): "8000至1万 八千到一万 8千-1万",
    ("300", "500", "exact", "plain"): "三到五百 三百至五百 3至5百 300-500",
    ("1000000", "3000000", "exact", "plain"): "一至三百万 1至3百万 100至300万 100万~300万",
    ("30000", "150000", "exact", "plain"): "三至十五万 3至15万 3-15万",
    ("50000", "100000", "exact", "plain"): "五至十万 5至10万 五万到十万",
    ("100000", "200000", "exact", "plain"): "10-20万 10万-20万 十到二十万",
    ("150000000", "200000000", "exact", "plain"): "1.5-2亿 1.5亿至2亿",
    ("-5", "-3", "exact", "plain"): "-5~-3 负五至负三 -5至-3",
    ("-5", "-3", "approx", "plain"): "负三五",
    ("-5", "3", "exact", "plain"): "-5~3 -5至3 -5-3",
    ("5", "5", "exact", "plain"): "5至5",
    ("0.25", "0.5", "exact", "fraction"): "1/4至1/2 四分之一到二分之一 四分之一至一半",
    ("0.7", "0.8", "approx", "fraction"): "十分之七八",
    ("6.5", "7", "exact", "percent"): "6.5%—7% 6.5%至7% 6.5-7% 6.5～7% 百分之六点五至七",
    ("6", "7", "exact", "percent"): "百分之六至百分之七 百分之六到七 6至7%",
    ("60", "65", "exact", "percent"): "60%~65% 60—65% 六成至六成五 百分之六十到六十五",
    ("50", "80", "exact", "percent"): "五至八成 五成到八成 5-8成",
    ("30", "50", "exact", "percent"): "三成至一半 30%至50%之间",
    ("60", "70", "approx", "percent"): "六七成 百分之六七十 约六到七成",
    ("76", "77", "approx", "percent"): "七成六七",
    ("3", "5", "exact", "percent"): "3至5个百分点 3个百分点至5个百分点 三到五个百分点 百分之三到五 3%-5%",
    ("0.5", "1", "exact", "percent"): "半个至一个百分点 0.5到1个百分点",
    ("50", "80", "approx", "percent"): "约一半至八成",
    ("2.5", "3", "exact", "percent"): "2.5至3个百分点 两个半至三个百分点",
    ("3", "5", "exact", "permille"): "3‰-5‰ 3-5‰",
    ("3", "5", "exact", "ordinal"): "第3至5 第三至第五 第3-第5",
    ("3", "4", "approx", "ordinal"): "第三四",
}

REFUSED: dict[str, str] = {
    "": "empty",
    "   ": "empty",
    "\u3000\n": "empty",
    "济南": "no part of a number",
    "三百元": "no part of a number",
    "３kg": "no part of a number",
    "一成不变": "no part of a number",
    "٣": "no part of a number",
    "二百五十x": "no part of a number",
    "三、五": "no part of a number",
    # separators and points
    "1,23": "not grouped by threes",
    "1,2345": "not grouped by threes",
    "12,34,567": "not grouped by threes",
    "1234,567": "not grouped by threes",
    "0,123": "not grouped by threes",
    "20 21": "not grouped by threes",
    "1, 234": "no number in Arabic digits",
    "1,": "no number in Arabic digits",
    "1.2.3": "no number in Arabic digits",
    "3,.5": "no number in Arabic digits",
    "5.": "no digit follows the point",
    ".": "no digit follows the point",
    "点五": "nothing stands in front of 点",
    "三点": "no digit follows 点",
    "三点十五": "no digit follows 点",
    "三点半": "no digit follows 点",
    "三点五点二": "cannot follow decimals",
    "3.5点2": "no exact whole number",
    "十几点五": "no exact whole number",
    "三点五万三千": "cannot follow decimals",
    "四百亿点五万": "cannot follow decimals",
    "1.5万3千": "a further number follows the decimals",
    # scales out of order, digits without scale
    "百千": "no digit in front",
    "千百": "no digit in front",
    "一万千": "no digit in front",
    "二百三百": "does not come after a larger scale",
    "三十二百": "does not come after a larger scale",
    "三万五万": "does not come after a larger scale",
    "三亿五亿": "does not come after a larger scale",
    "三千15百": "does not come after a larger scale",
    "亿万": "directly after a larger scale",
    "万万万": "directly after a larger scale",
    "三万40000": "too large",
    "二四十": "side by side",
    "三廿": "side by side",
    "几几": "side by side",
    "一百五万": "零 or a scale is missing",
    "3千5万": "零 or a scale is missing",
    "三万二亿": "零 or a scale is missing",
    "一亿零万": "no number in front",
    "一百零": "nothing follows 零",
    # digits that may be a number, a list or a name
    "二五": "a number, a list or a name",
    "九八": "a number, a list or a name",
    "两两": "a number, a list or a name",
    "一两三": "两 does not stand",
    # vague words that say no number, or say it twice
    "几": "says no number",
    "数": "says no number",
    "几分之一": "says no number",
    "三多": "follows a single digit",
    "五余万": "follows a single digit",
    "多": "no number stands in front",
    "余百": "no number stands in front",
    "一百零多": "no number stands in front",
    "几十几": "a further number follows",
    "三百多五": "a further number follows",
    "十多百": "no digit in front",
    "10多百": "follows 多",
    "20几百": "follows 几",
    "300余多": "follows 余",
    "十几多": "follows 几",
    "好三": "no part of a number",
    "上三": "no part of a number",
    # signs and modifiers alone
    "-": "is missing",
    "负": "is missing",
    "--5": "no part of a number",
    "约": "is missing",
    "以上": "is missing",
    "左右": "is missing",
    # powers
    "2^": "a power is",
    "2e": "a power is",
    "e5": "a power is",
    "2^0.5": "a power is",
    "2e1000": "a power is",
    "2e401": "a power beyond",
    "99999999^999": "a power beyond",
    "0^-1": "has no value",
    "0^0": "has no value",
    # fractions and shares
    "3/0": "0 parts",
    "零分之一": "0 parts",
    "1.5/3": "slash",
    "1/2/3": "slash",
    "三分之二分之一": "分之 stands twice",
    "十几分之一": "no exact number of parts",
    "十几又二分之一": "a fraction follows the inexact",
    "三又百分之五": "after 又 is no fraction",
    "一又一又二分之一": "又 stands twice",
    "三又五": "after 又 is no fraction",
    "三分五": "no part of one",
    "%": "is missing",
    "5%%": "no part of a number",
    "成": "is missing",
    "三成十": "no single digit",
    "十几成五": "inexact or broken",
    "2.15成三": "inexact or broken",
    # ordinals
    "第": "is missing",
    "第2.5": "a place is a whole number",
    "第零点五": "a place is a whole number",
    # ranges
    "5-3": "falls",
    "五至三": "falls",
    "5万-3万": "falls",
    "3至": "one side of 至 is missing",
    "至3": "one side of 至 is missing",
    "5-": "one side of - is missing",
    "2021-12-03": "more than one mark",
    "3至5至7": "more than one mark",
    "3---5": "may be marks or signs",
    "-5--3": "may be marks or signs",
    "三至五十": "write it out",
    "3到五十万": "write it out",
    "七八百到一千": "a range itself",
    "20%至30": "count different things",
    "3至第五": "count different things",
}


# Blanks inside: full-width, between words, between digits and scale.
SPACED: dict[str, str] = {
    " 2623 ": "2623",
    "\u30002623\u00a0": "2623",
    "一百 五 十 二": "152",
    "三千 八百 九十六 万 四千 九百 六十五": "38964965",
    "14.2 万": "142000",
    "1 234 567": "1234567",
    "1 3/5": "1.6",
    "１　３／５": "1.6",
    "- 1.2": "-1.2",
    "负 1,200,000": "-1200000",
    "3 分  之 一百五十": "50",
    "三百 五 又 四分 之 一": "350.25",
    "2.5 m": "2500000",
    "两 个 半": "2.5",
    "5000\n余万": "50000000",
    "百 分 之 2.4": "0.024",
    "20 %": "0.2",
    "第 250": "250",
}


def spellings(table: dict[str, str]) -> list[tuple[str, str]]:
    """(spelling, value) for each spelling of a table."""
    return [(spelling, value) for value, line in table.items() for spelling in line.split()]


@pytest.mark.parametrize(("text", "value"), spellings(NUMBERS))
def test_number(text: str, value: str) -> None:
    assert parse(text) == D(value)


@pytest.mark.parametrize(("text", "value"), SPACED.items())
def test_blanks(text: str, value: str) -> None:
    assert parse(text) == D(value)


@pytest.mark.parametrize(("text", "value"), spellings(PERCENTS))
def test_percent(text: str, value: str) -> None:
    assert parse_percent(text) == D(value)


@pytest.mark.parametrize(("text", "value"), spellings(ORDINALS))
def test_ordinal(text: str, value: str) -> None:
    assert parse_ordinal(text) == D(value)
    assert read(text).form == "ordinal"


@pytest.mark.parametrize(
    ("text", "value", "bound"), [(t, v, b) for (v, b), line in INEXACT.items() for t in line.split()]
)
def test_inexact_number(text: str, value: str, bound: str) -> None:
    numeral = read(text)
    assert (numeral.value, numeral.value_max, numeral.bound) == (D(value), None, bound)
    assert parse(text) == D(value)


@pytest.mark.parametrize(
    ("text", "value", "bound", "form"),
    [(t, v, b, f) for (v, b, f), line in INEXACT_SHARES.items() for t in line.split()],
)
def test_inexact_share_or_place(text: str, value: str, bound: str, form: str) -> None:
    numeral = read(text)
    assert (numeral.value, numeral.bound, numeral.form) == (D(value), bound, form)
    assert numeral.percent == (form == "percent")


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "form"),
    [(t, *key) for key, line in RANGES.items() for t in line.split()],
)
def test_range(text: str, low: str, high: str, bound: str, form: str) -> None:
    numeral = read(text)
    assert (numeral.value, numeral.value_max) == (D(low), D(high))
    assert (numeral.bound, numeral.form) == (bound, form)
    with pytest.raises(NumeralError, match=r"is a range from \S+ to \S+: use read"):
        parse(text)


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_refused_with_the_reason(text: str, reason: str) -> None:
    for question in (read, parse, parse_percent, parse_ordinal):
        with pytest.raises(NumeralError, match="cannot read") as caught:
            question(text)
        assert reason in caught.value.reason
        assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "form", "percent"),
    [
        ("2623", "plain", False),
        ("十几", "plain", False),
        ("20.58%", "percent", True),
        ("九成", "percent", True),
        ("千分之一", "percent", True),
        ("万分之三", "percent", True),
        ("一千分之一", "fraction", False),
        ("十分之三", "fraction", False),
        ("0.4个百分点", "percent", True),
        ("八折", "percent", True),
        ("4.2‰", "permille", False),
        ("三分之二", "fraction", False),
        ("1/4", "fraction", False),
        ("一半", "fraction", False),
        ("两年半", "plain", False),
        ("第四", "ordinal", False),
    ],
)
def test_form(text: str, form: str, percent: bool) -> None:
    numeral = read(text)
    assert (numeral.form, numeral.percent) == (form, percent)


def test_fractions_in_percent() -> None:
    assert read("一半").as_percent == 50
    assert read("4.2‰").as_percent == D("0.42")
    assert read("九成").as_percent == 90
    assert round(read("三分之二").as_percent, 4) == D("66.6667")


def test_values_are_exact_and_written_plainly() -> None:
    # str: no exponent, no idle zeros, no sign of zero, whichever way the text was read.
    for text, shown in {
        "14.20万": "142000",
        "20.50%": "20.5",
        "-0": "0",
        "-0.00": "0",
        "1e3": "1000",
        "一百": "100",
        "007": "7",
        "0.1亿": "10000000",
        "20.58%": "20.58",
        "１４．２０万": "142000",
        "-12.5": "-12.5",
    }.items():
        assert str(read(text).value) == shown


def test_the_callers_context_rounds_nothing() -> None:
    long = "12345678901234567890123456789012345.678"
    with localcontext() as context:
        context.prec = 3
        assert str(read(long).value) == long
        assert str(read(f"{long}万").value) == "123456789012345678901234567890123456780"
        assert str(read(f"负{long}").value) == f"-{long}"
        assert str(parse("一百二十三万四千五百六十七")) == "1234567"
        assert str(parse("12345.678%")) == "123.45678"
        assert str(read("16分之2225").as_percent) == "13906.2500"
        assert str(parse("三分之一")) == "0." + "3" * 28


def test_long_texts_are_refused_at_once() -> None:
    for text in ("一" * 10**6, "1," * 500_000, "1" * 201, "万" * 10**5, " 1" * 10**5, "至" * 10**5):
        with pytest.raises(NumeralError, match="characters long, a numeral has at most 200"):
            read(text)
    assert read(" " * 10**5 + "5" + " " * 10**5).value == 5
    assert read("1" * 200).value == int("1" * 200)


def test_the_error_shows_a_long_text_in_part_and_travels_between_processes() -> None:
    with pytest.raises(NumeralError) as caught:
        read("甲" * 150)
    assert len(str(caught.value)) < 100
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.text, str(copy)) == ("甲" * 150, str(caught.value))
    assert isinstance(copy, ValueError)


def test_a_plain_number_is_no_share_and_no_place() -> None:
    for text in ("30", "三十", "第三"):
        with pytest.raises(NumeralError, match="it is no share"):
            parse_percent(text)
    for text in ("三", "30%"):
        with pytest.raises(NumeralError, match="it is no ordinal"):
            parse_ordinal(text)


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        ("0", "零"),
        ("10", "十"),
        ("12", "十二"),
        ("110", "一百一十"),
        ("250", "二百五十"),
        ("1005", "一千零五"),
        ("1050", "一千零五十"),
        ("10003", "一万零三"),
        ("10300", "一万零三百"),
        ("13000", "一万三千"),
        ("100010", "十万零一十"),
        ("100000000", "一亿"),
        ("1000500000000", "一万零五亿"),
        ("500000006", "五亿零六"),
        ("2.50", "二点五"),
        ("0.05", "零点零五"),
        ("-12", "负十二"),
        ("-0", "零"),
        ("1E+4", "一万"),
    ],
)
def test_render(value: str, numeral: str) -> None:
    assert render(D(value)) == numeral


@pytest.mark.parametrize("value", ["1E+16", "-1E+16", "NaN", "Infinity", "1E-101"])
def test_render_refuses_what_it_cannot_write(value: str) -> None:
    with pytest.raises(ValueError, match="no numeral for"):
        render(D(value))


SHARED_CASES = Path(__file__).resolve().parents[2] / "shared" / "numerals" / "dev.tsv"
QUESTIONS: dict[str, Callable[[str], Decimal]] = {
    "number": parse,
    "percent": parse_percent,
    "ordinal": parse_ordinal,
}
# (kind, text) of shared cases that are refused or read otherwise, with the reason: at most two in a hundred.
OTHERWISE: dict[tuple[str, str], str] = {}


@pytest.mark.skipif(not SHARED_CASES.exists(), reason="the shared cases stand beside the repository only")
def test_shared_cases() -> None:
    rows = [line.split("\t") for line in SHARED_CASES.read_text(encoding="utf-8").splitlines() if line]
    otherwise = set()
    for kind, text, value in rows:
        try:
            difference = abs(QUESTIONS[kind](text) - D(value))
        except NumeralError:
            otherwise.add((kind, text))
        else:
            if difference > abs(D(value)) * D("1e-6"):
                otherwise.add((kind, text))
    assert otherwise == set(OTHERWISE)
    assert len(otherwise) <= len(rows) * 0.02
