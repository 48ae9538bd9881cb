"""What ``evaluate`` has to say."""

TEXTS: dict[str, tuple[str, str]] = {
    # --- what is wrong with gold
    "gold.missing": ("no such folder", "没有这个文件夹"),
    "gold.no_folder": (
        "not a folder; name the folder that holds the gold files",
        "不是文件夹；请给出标注文件所在的文件夹",
    ),
    "gold.none": (
        "no gold file in it: a document NAME.txt has its claims in NAME.gold.jsonl",
        "其中没有标注文件：文档 NAME.txt 的陈述写在 NAME.gold.jsonl 中",
    ),
    "gold.no_text": ("its document {name} is not beside it", "旁边没有它的文档 {name}"),
    "gold.encoding": ("not UTF-8; save it as UTF-8", "不是 UTF-8 编码；请存为 UTF-8"),
    "gold.json": ("not a JSON object; left out", "不是 JSON 对象；已略去"),
    "gold.keys": ("unknown keys: {keys}; left out", "未知的键：{keys}；已略去"),
    "gold.no_context": (
        "context and expr must be words of the document; left out",
        "context 和 expr 须是文档中的文字；已略去",
    ),
    "gold.context": (
        "context stands {times} times in the document, must be once: {context}; left out",
        "context 在文档中出现 {times} 次，应恰为一次：{context}；已略去",
    ),
    "gold.expr": (
        "expr stands {times} times in its context, must be once: {expr} / {context}; left out",
        "expr 在 context 中出现 {times} 次，应恰为一次：{expr} / {context}；已略去",
    ),
    "gold.direction": (
        "direction goes with the kind change and only with it; left out",
        "direction 只用于 change，且 change 必须有；已略去",
    ),
    "gold.metric": (
        "metric must be a list of names (empty only where optional); left out",
        "metric 须是名称列表（仅 optional 时可空）；已略去",
    ),
    "gold.choice": (
        "{key} is {value}; allowed: {allowed}; left out",
        "{key} 为 {value}；可用：{allowed}；已略去",
    ),
    "gold.value": ("{key} cannot be {value}; left out", "{key} 不能为 {value}；已略去"),
    "run.json": (
        "not a run; write one with `jmetrics evaluate GOLD_DIR --format json -o run.json`",
        "不是评测结果；请用 `jmetrics evaluate GOLD_DIR --format json -o run.json` 生成",
    ),
    # --- the report
    "evaluate.totals": (
        "{documents} documents, {characters} characters: {claims} claims, {found} found, {missed} missed, {spurious} spurious ({per_thousand} per 1,000 characters)",
        "{documents} 篇文档，{characters} 字：陈述 {claims} 条，找到 {found}，漏掉 {missed}，多出 {spurious}（每千字 {per_thousand}）",
    ),
    "evaluate.scores": (
        "f1 {f1}   full_f1 {full_f1} (every field right)   full_exact_f1 {full_exact_f1} (and the name to the character)",
        "f1 {f1}   full_f1 {full_f1}（各字段全对）   full_exact_f1 {full_exact_f1}（且名称一字不差）",
    ),
    "evaluate.kinds": ("By kind", "按种类"),
    "evaluate.fields": ("By field, of the claims that were found", "按字段（在找到的陈述中）"),
    "evaluate.reliability": (
        "Confidence: how many claims are right in every field",
        "置信度：各字段全对的陈述有多少",
    ),
    "evaluate.confident": (
        "at {from_} and above: {claims} claims, {coverage} of all; {share} of them right",
        "不低于 {from_}：{claims} 条，占全部 {coverage}，其中 {share} 全对",
    ),
    "evaluate.errors": ("Errors: {count}", "错误：{count}"),
    "evaluate.fixed": ("Fixed: {count}", "改好：{count}"),
    "evaluate.broken": ("Broken: {count}", "改坏：{count}"),
    "evaluate.against": (
        "f1 {f1_before} → {f1}, full_f1 {full_f1_before} → {full_f1}",
        "f1 {f1_before} → {f1}，full_f1 {full_f1_before} → {full_f1}",
    ),
    "evaluate.not_in_both": (
        "not in both runs, left out of the comparison: {names}",
        "并非两次都有，未作比较：{names}",
    ),
    "evaluate.wrong": ("{field}: {expected} → {got}", "{field}：应为 {expected}，得到 {got}"),
    "evaluate.became": ("{before} → {after}", "{before} → {after}"),
    "evaluate.gone": ("gone", "不再有"),
    "evaluate.new": ("new", "新出现"),
    "outcome.right": ("right", "正确"),
    "outcome.wrong": ("wrong", "有误"),
    "outcome.missed": ("missed", "漏掉"),
    "outcome.spurious": ("spurious", "多出"),
    "kind.total": ("all", "合计"),
    # --- headers
    "label.found": ("found", "找到"),
    "label.missed": ("missed", "漏掉"),
    "label.spurious": ("spurious", "多出"),
    "label.right": ("right", "全对"),
    "label.f1": ("f1", "f1"),
    "label.full_f1": ("full_f1", "full_f1"),
    "label.full_exact_f1": ("full_exact_f1", "full_exact_f1"),
    "label.share": ("share", "比例"),
    "label.field": ("field", "字段"),
    "label.exact_name": ("exact name", "名称一字不差"),
    "label.from": ("from", "自"),
    "label.to": ("to", "至"),
    # --- help
    "help.evaluate": (
        "How right the extractor is on documents that you annotated: NAME.txt with its claims in NAME.gold.jsonl.\n\n"
        "jmetrics evaluate fixtures\n"
        "jmetrics evaluate gold/ --errors\n"
        "jmetrics evaluate gold/ --format json -o before.json\n"
        "jmetrics evaluate gold/ --against before.json",
        "在你标注过的文档（NAME.txt 及其陈述 NAME.gold.jsonl）上检验抽取有多准。\n\n"
        "jmetrics evaluate fixtures\n"
        "jmetrics evaluate gold/ --errors\n"
        "jmetrics evaluate gold/ --format json -o before.json\n"
        "jmetrics evaluate gold/ --against before.json",
    ),
    "help.short.evaluate": ("How right the claims of annotated documents are.", "检验标注文档的抽取有多准。"),
    "help.gold": (
        "Folder of annotated documents; folders in it count too.",
        "标注文档所在的文件夹，包括其中的文件夹。",
    ),
    "help.errors": (
        "List every error with its sentence, rules and confidence.",
        "列出每个错误及其原句、规则和置信度。",
    ),
    "help.against": (
        "A run written earlier as JSON: list what has been fixed and broken since.",
        "此前存为 JSON 的评测结果：列出此后改好和改坏的。",
    ),
    "help.format_evaluate": (
        "table, csv, tsv, json, jsonl, md. Default: table on a terminal; else what OUTPUT ends in, else md.",
        "table、csv、tsv、json、jsonl、md。默认：终端上为 table；否则依输出文件的扩展名，再否则为 md。",
    ),
}
