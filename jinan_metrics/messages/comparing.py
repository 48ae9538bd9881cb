"""What ``compare`` has to say."""

TEXTS: dict[str, tuple[str, str]] = {
    # --- comparing: what is doubtful about a row
    "compare.scope": ("different fields: {scopes}", "比较范围不同：{scopes}"),
    "compare.wording": ("matched by similar wording: {names}", "按相近的名称对应：{names}"),
    "compare.bound": (
        "bounds or ranges, compared as such: {texts}",
        "含界限或区间，只比较高低：{texts}",
    ),
    "compare.bound_open": (
        "bounds or ranges that may overlap, no direction: {texts}",
        "含界限或区间且可能重叠，不判断高低：{texts}",
    ),
    "compare.units": ("different measure words: {units}", "量词不同：{units}"),
    "compare.place": ("the place of one of them is not known", "其中一项的地方不明"),
    "compare.several": (
        "several values in {column}: {chosen} taken, also {others}",
        "{column} 有多个数值：取 {chosen}，另有 {others}",
    ),
    # --- comparing: why two claims were or were not matched
    "match.kind": ("different kinds: {left} / {right}", "种类不同：{left} / {right}"),
    "match.kind_same": ("same kind: {kind}", "种类相同：{kind}"),
    "match.role": ("different roles: {left} / {right}", "角色不同：{left} / {right}"),
    "match.role_same": ("same role: {role}", "角色相同：{role}"),
    "match.unit": ("units that do not compare: {left} / {right}", "单位不可比：{left} / {right}"),
    "match.unit_same": ("units compare: {unit}", "单位可比：{unit}"),
    "match.place": ("different places: {left} / {right}", "地方不同：{left} / {right}"),
    "match.place_same": ("same place", "地方相同"),
    "match.span": ("different lengths of time: {left} / {right}", "时段长短不同：{left} / {right}"),
    "match.span_same": ("same length of time", "时段长短相同"),
    "match.basis": ("measured against different things: {left} / {right}", "比较基准不同：{left} / {right}"),
    "match.basis_same": ("same basis", "比较基准相同"),
    "match.field": ("ranked in different fields: {left} / {right}", "排名范围不同：{left} / {right}"),
    "match.field_same": ("same field", "排名范围相同"),
    "match.extent": ("about different areas: {left} / {right}", "地域范围不同：{left} / {right}"),
    "match.extent_same": ("same area", "地域范围相同"),
    "match.qualifier": ("only one of them says: {words}", "只有一方带有：{words}"),
    "match.qualifier_same": ("no qualifier on one side only", "没有单方的限定词"),
    "match.stage": ("different stages of handling: {left} / {right}", "办理环节不同：{left} / {right}"),
    "match.stage_same": ("no conflict of stages", "办理环节不冲突"),
    "match.name": ("names too far apart: {left} / {right}", "名称相差太远：{left} / {right}"),
    "match.name_same": ("names compared: {left} / {right}", "名称相符：{left} / {right}"),
    "match.subject": (
        "general words in sentences about different things: {left} / {right}",
        "泛称，且所在句子说的不是一回事：{left} / {right}",
    ),
    "match.subject_same": ("the sentences speak of the same thing", "所在句子说的是一回事"),
    "match.other_better": (
        "another claim fits as well or better; each is matched once",
        "另有同样或更合适的一条；每条只对应一次",
    ),
    # --- aliases
    "aliases.unreadable": (
        "the alias file could not be read ({reason}); check the path and save it as UTF-8",
        "无法读取别名文件（{reason}）；请检查路径，并存为 UTF-8",
    ),
    "aliases.line": (
        "not an alias line; write names of one metric with = between them",
        "不是别名行；请把同一指标的名称用 = 连接",
    ),
    "aliases.twice": ("'{name}' already means another metric", "“{name}”已对应另一个指标"),
    # --- comparing: what the command has to say
    "usage.years": (
        "name two or more years; or one with --by place or --by doc",
        "请给出两个或更多年份；只有一个年份时用 --by place 或 --by doc",
    ),
    "usage.year": ("'{given}' is not a year", "“{given}”不是年份"),
    "usage.year_twice": ("{given} is named twice", "{given} 写了两次"),
    "usage.year_of": (
        "--year: '{given}' is not NAME=YEAR (a plain YEAR serves where there is one document)",
        "--year：“{given}”不是 名称=年份（只有一篇文档时可只写年份）",
    ),
    "usage.no_document": ("--year: no document '{given}'{near}", "--year：没有文档“{given}”{near}"),
    "usage.row": (
        "--explain: no row '{given}'; give its number in the table or the metric",
        "--explain：没有“{given}”这一行；请给出表中的行号或指标名",
    ),
    "compare.seeds": (
        "no library and no --input: comparing the two documents that come with jmetrics",
        "没有文档库，也没有 --input：比较随 jmetrics 附带的两篇文档",
    ),
    "compare.undated": (
        "left out where no year is named, as the year of the document is not known: {names}; say it with {option}",
        "因文档年份不明，其中未写明年份的陈述未参与比较：{names}；请用 {option} 说明",
    ),
    "compare.nothing_in": ("nothing found for {columns}", "{columns} 没有找到陈述"),
    "compare.points": ("points", "个百分点"),
    "compare.places": ("places", "位"),
    "status.changed": ("", ""),
    "status.same": ("same", "不变"),
    "status.appeared": ("new", "新出现"),
    "status.gone": ("gone", "不再出现"),
    "status.mixed": ("gaps", "有缺年"),
    "explain.row": ("Row {number}: {metric}", "第 {number} 行：{metric}"),
    "explain.claim": (
        "{column}: {text} — {doc}, characters {start}–{end}, section {section}",
        "{column}：{text}——{doc}，第 {start}–{end} 字，章节 {section}",
    ),
    "explain.rules": (
        "rules: {rule}, {name_rule}; confidence {confidence}",
        "规则：{rule}、{name_rule}；置信度 {confidence}",
    ),
    "explain.matched": ("{left} and {right} were matched:", "{left} 与 {right} 已对应："),
    "explain.apart": ("{left} and {right} were not matched:", "{left} 与 {right} 未对应："),
    "explain.alone": ("nothing like it in the other columns", "其他列没有相近的指标"),
    # --- help
    "help.compare": (
        "The same metrics side by side across years, places or documents.\n\n"
        "jmetrics compare 2022 2023\n"
        "jmetrics compare 2021 2022 2023 --input reports/ --only changed\n"
        "jmetrics compare 2023 --by place -o places.csv\n"
        "jmetrics compare 2022 2023 --explain 3",
        "把不同年份、地方或文档的同一指标并排比较。\n\n"
        "jmetrics compare 2022 2023\n"
        "jmetrics compare 2021 2022 2023 --input reports/ --only changed\n"
        "jmetrics compare 2023 --by place -o places.csv\n"
        "jmetrics compare 2022 2023 --explain 3",
    ),
    "help.short.compare": ("The same metrics side by side across years.", "把不同年份的同一指标并排比较。"),
    "help.years": ("Years to compare.", "要比较的年份。"),
    "help.input": (
        "Compare the claims of this file or folder instead of the library; may be repeated.",
        "比较这个文件或文件夹中的陈述，不用文档库；可重复。",
    ),
    "help.only": ("Only rows of this status: {statuses}.", "只要这些状态的行：{statuses}。"),
    "help.places": ("Only these places.", "只要这些地方。"),
    "help.by": ("Columns: year, place or doc. Default: year.", "按什么分列：year、place 或 doc。默认 year。"),
    "help.sort": (
        "Order of rows: document, metric, delta or pct. Default: document.",
        "行的次序：document、metric、delta 或 pct。默认 document。",
    ),
    "help.long": ("CSV and TSV with one line a figure.", "CSV 和 TSV 每个数字一行。"),
    "help.wide": ("CSV and TSV with one line a metric (the default).", "CSV 和 TSV 每个指标一行（默认）。"),
    "help.aliases": (
        "A file of your own synonyms, names of one metric with = between them. Default: JMETRICS_ALIASES.",
        "自备的同义名称文件，同一指标的名称用 = 连接。默认依 JMETRICS_ALIASES。",
    ),
    "help.explain": (
        "The sentences behind one row, by its number or metric, and why they were matched or not.",
        "显示某一行（行号或指标名）背后的原句，以及为何对应或未对应。",
    ),
    "help.year_of": (
        "NAME=YEAR: the year that an input document covers; may be repeated.",
        "名称=年份：输入文档所述的年份；可重复。",
    ),
}
