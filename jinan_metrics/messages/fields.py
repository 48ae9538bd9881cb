"""What each field of a record means: the reference, the schemas and the sheet of fields say it in these words."""

TEXTS: dict[str, tuple[str, str]] = {
    "meaning_of.id": (
        "stable for the same document text, span and metric; 12 hexadecimal digits",
        "同一文本、同一位置、同一指标不变的编号，12 位十六进制",
    ),
    "meaning_of.doc": (
        "the document's name: the file's without its ending, - for standard input",
        "文档名：文件名去掉扩展名，标准输入为 -",
    ),
    "meaning_of.year": (
        "the year that the document covers; null if it is not known",
        "文档所述的年份；不知道则为空",
    ),
    "meaning_of.period": (
        "the year that this quantity is about; else the document's",
        "这个数所说的年份；文中未说则同文档年份",
    ),
    "meaning_of.period_text": ("the words that set the period", "确定时间的原文"),
    "meaning_of.place": ("the place that it is about", "所说的地方"),
    "meaning_of.section": ("the headings above it, joined by ` / `", "所在的各级标题，用“ / ”连接"),
    "meaning_of.metric": (
        "what the quantity is a quantity of, in the document's words",
        "指标名，用文档自己的文字",
    ),
    "meaning_of.action": ("the verb that goes with it", "相配的动词"),
    "meaning_of.kind": (
        "count, rate, rank, change, money, measure, duration, score or ratio",
        "数量、比率、排名、变化、金额、计量、时长、得分、比例之一",
    ),
    "meaning_of.value": (
        "the number in base units: 14.2万 is 142000, 20.58% is 20.58",
        "数值，基本单位：14.2万为 142000，20.58% 为 20.58",
    ),
    "meaning_of.value_max": ("the upper end of a range", "区间的上限"),
    "meaning_of.unit": ("the unit as written, without 万 and 亿", "原文的单位，不含万、亿"),
    "meaning_of.bound": (
        "exact, approx (约), over (超过, 余) or under (近, 不到)",
        "exact 准确、approx 约、over 超过、under 不到",
    ),
    "meaning_of.role": (
        "actual, target, baseline (an old value) or maximum (the top of a scale)",
        "actual 实绩、target 目标、baseline 基数、maximum 满分",
    ),
    "meaning_of.direction": ("up or down, for a change", "变化的方向：up 升、down 降"),
    "meaning_of.basis": ("what a change is measured against", "变化的比较基准"),
    "meaning_of.scope": ("the field of a rank or a comparison", "排名或比较的范围"),
    "meaning_of.text": ("the expression, exactly as it stands", "数字表达的原文"),
    "meaning_of.start": (
        "where the expression begins, in characters from 0",
        "表达的起始位置，按字符，从 0 起",
    ),
    "meaning_of.end": ("where it ends, exclusive", "表达的结束位置，不含"),
    "meaning_of.sentence": ("the sentence it stands in", "所在的原句"),
    "meaning_of.repeat_of": (
        "the id of the claim that this one repeats word for word",
        "一字不差地重复了哪条陈述，为其编号",
    ),
    "meaning_of.rule": ("the rule that made it", "得出它的规则"),
    "meaning_of.confidence": (
        "0 to 1: of the claims given 0.9, about nine in ten are right",
        "置信度，0 到 1：给 0.9 的约十有九对",
    ),
    "meaning_of.name_rule": ("the rule that named it", "给出名称的规则"),
    # --- a row of `compare`, beside the fields that it shares with a claim
    "meaning_of_row.values": (
        "the claim chosen, by column: a year, a place or a document; null where there is none",
        "各列（年份、地方或文档）选定的陈述；没有则为空",
    ),
    "meaning_of_row.delta": ("the last value less the first", "末列减首列"),
    "meaning_of_row.delta_pct": ("the same in per cent of the first", "差占首列的百分比"),
    "meaning_of_row.trend": (
        "the direction; better and worse for ranks",
        "方向；排名为 better 前进、worse 后退",
    ),
    "meaning_of_row.status": (
        "changed, same, appeared, gone, or mixed: more than two columns, with gaps",
        "changed 有变化、same 相同、appeared 新出现、gone 不再出现、mixed 两列以上且有缺",
    ),
    "meaning_of_row.notes": ("what makes the row doubtful", "使这一行存疑之处"),
    "meaning_of_row.others": (
        "claims of the same metric that were not chosen, by column",
        "同一指标未被选定的陈述，按列",
    ),
}
