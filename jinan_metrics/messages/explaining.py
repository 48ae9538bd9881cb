"""``jmetrics explain``: the steps that led to a claim."""

TEXTS: dict[str, tuple[str, str]] = {
    "about.number": ("number", "数值"),
    "about.kind": ("kind", "种类"),
    "about.direction": ("direction", "方向"),
    "about.basis": ("basis", "基准"),
    "about.scope": ("scope", "范围"),
    "about.metric": ("metric", "指标"),
    "about.period": ("period", "时间"),
    "about.role": ("role", "角色"),
    "about.confidence": ("confidence", "置信度"),
    "about.repeat": ("repeat", "重复"),
    "about.none": ("no claim", "不是陈述"),
    "explain.number": ("{text} is {value} ({bound})", "“{text}”即 {value}（{bound}）"),
    "explain.kind": ("{kind}, by {rule}: {reason}", "{kind}，依 {rule}：{reason}"),
    "explain.direction": ("{direction}, by the verb of the change", "{direction}，依变化的动词"),
    "explain.basis": ("measured against: {words}", "比较基准：{words}"),
    "explain.scope": ("within: {words}", "范围：{words}"),
    "explain.metric": ("{metric}, by {rule}: {reason}", "{metric}，依 {rule}：{reason}"),
    "explain.between": (
        "between the noun ({noun}) and the number, set aside: {words}",
        "名词（{noun}）与数字之间略去：{words}",
    ),
    "explain.period.words": (
        "{period}: the words {words} at {offset} govern it",
        "{period}：由第 {offset} 字处的“{words}”决定",
    ),
    "explain.period.document": (
        "{period}: nothing here says otherwise, and the document covers that year ({known})",
        "{period}：此处没有另说，文档覆盖这一年（{known}）",
    ),
    "explain.period.spoken": (
        "{period}: a plan without a time of its own is for the year that the document speaks in",
        "{period}：没有另说时间的计划，指文档讲话的那一年",
    ),
    "explain.period.unknown": (
        "not known: neither the sentence nor the document tells a year",
        "不知道：句中和文档都没有说明年份",
    ),
    "explain.known.declared": ("declared", "已声明"),
    "explain.known.title": ("by its title", "依标题"),
    "explain.known.dateline": ("by its dateline", "依日期行"),
    "explain.known.text": ("by its opening words", "依开头"),
    "explain.known.name": ("by its file's name", "依文件名"),
    "explain.role.actual": (
        "actual: nothing speaks of a plan, an old value or a full mark",
        "actual：没有计划、旧值或满分的说法",
    ),
    "explain.role.from": ("baseline: the old value that a change starts from", "baseline：变化的起点"),
    "explain.role.heading": (
        "{role}: it stands under the heading {heading}",
        "{role}：位于标题“{heading}”之下",
    ),
    "explain.role.paragraph": (
        "{role}: its paragraph urges and tells of nothing done",
        "{role}：所在段落都是要求，没有已完成的事",
    ),
    "explain.role.words": ("{role}: the words {words} say so", "{role}：由“{words}”可知"),
    "explain.role.ahead": (
        "{role}: it is about a time after the year that the document reviews",
        "{role}：所说的时间在文档回顾的年份之后",
    ),
    "explain.role.goes_on": ("{role}: the plan of the number before goes on", "{role}：承前一个数的计划"),
    "explain.role.several": (
        "{role}: several words say so, each by itself",
        "{role}：有几处说法，各自都足以说明",
    ),
    "explain.confidence": (
        "{confidence}: of claims with such signs about {share} in 100 are right in every field",
        "{confidence}：有这些特征的陈述，100 条中约有 {share} 条各字段全对",
    ),
    "explain.repeat": ("word for word as in claim {id}", "与陈述 {id} 一字不差"),
    "explain.no_number": ("there is no quantity at this place", "此处没有数量表达"),
    "explain.left_out": ("left out by {rule}: {reason}", "被 {rule} 排除：{reason}"),
    "explain.no_rule": ("no rule knows it for a claim", "没有规则认它为陈述"),
    # --- the command
    "help.explain": (
        "Why a claim says what it says: its sentence, its rules, and the steps that led to metric, period and role.\n\n"
        "jmetrics explain report.txt:221\n"
        "jmetrics explain 50dbe15cbf64 report.txt\n"
        "jmetrics explain 50dbe15cbf64",
        "说明一条陈述的由来：原句、规则，以及指标、时间、角色各是怎样得出的。\n\n"
        "jmetrics explain report.txt:221\n"
        "jmetrics explain 50dbe15cbf64 report.txt\n"
        "jmetrics explain 50dbe15cbf64",
    ),
    "help.short.explain": ("Why a claim says what it says.", "说明一条陈述的由来。"),
    "help.what": (
        "FILE:OFFSET, the place of a number in characters from 0, or the id of a claim.",
        "文件:位置（数字的位置，按字符，从 0 起），或陈述的编号。",
    ),
    "help.explain_paths": (
        "Where to look for the id; without any, the library, else the documents that ship.",
        "在哪里找这个编号；不写则在文档库，再否则在随附的文档里找。",
    ),
    "help.format_explain": (
        "table or json. Default: table.",
        "table 或 json。默认为 table。",
    ),
    "usage.explain": (
        "'{given}' is neither FILE:OFFSET nor the id of a claim (12 digits 0-9a-f)",
        "“{given}”既不是“文件:位置”，也不是陈述的编号（12 位 0-9a-f）",
    ),
    "usage.explain_none": (
        "no claim {given} in {where}",
        "{where}中没有陈述 {given}",
    ),
    "usage.explain_beyond": (
        "{given}: the document has {length} characters",
        "{given}：文档只有 {length} 个字符",
    ),
    "explain.here": ("what was read", "所读内容"),
}
