"""``jmetrics apply``: corrections that were made by hand."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.apply": (
        "The claims of documents with the corrections that were made in a report page.\n\n"
        "jmetrics apply corrections.json reports/ -o claims.csv\n"
        "jmetrics apply corrections.json reports/ --as-gold gold/",
        "文档的陈述，加上在报告网页里核对的结果。\n\n"
        "jmetrics apply corrections.json reports/ -o claims.csv\n"
        "jmetrics apply corrections.json reports/ --as-gold gold/",
    ),
    "help.short.apply": (
        "Claims with corrections made in a report page.",
        "加上在报告网页里核对结果的陈述。",
    ),
    "help.corrections": ("The file that the page saved.", "网页下载的核对结果文件。"),
    "help.as_gold": (
        "Write the documents and their checked claims into this folder as gold, instead of printing claims.",
        "不打印陈述，而把文档和核对过的陈述写入这个文件夹，作为金标准。",
    ),
    "apply.unreadable": ("could not be read ({reason})", "无法读取（{reason}）"),
    "apply.not_json": ("is no JSON ({reason})", "不是 JSON（{reason}）"),
    "apply.not_ours": (
        "is no corrections file of a jmetrics report",
        "不是 jmetrics 报告的核对结果文件",
    ),
    "apply.version": (
        "is of version {version}, which this jmetrics does not know; a newer one will",
        "版本为 {version}，本版 jmetrics 不认识；请更新 jmetrics",
    ),
    "apply.entry": ("correction {number} is not understood ({reason})", "第 {number} 条看不懂（{reason}）"),
    "apply.no_document": (
        "corrections were made on this document, which was not read",
        "有对这篇文档的核对结果，但没有读到它",
    ),
    "apply.changed": (
        "its text is not the one that was checked; corrections that still fit are applied",
        "文本与核对时不同；仍对得上的核对结果已应用",
    ),
    "apply.left_over": (
        "no claim fits the correction ({action}) of {text} at {start}: {metric}",
        "没有陈述对得上第 {start} 字处“{text}”（{metric}）的核对结果（{action}）",
    ),
    "apply.no_context": (
        "{text} at {start} is left out of the gold: the same passage stands there twice",
        "第 {start} 字处的“{text}”未写入金标准：同一段文字出现两次",
    ),
    "apply.done": ("{count} corrections applied", "应用了 {count} 条核对结果"),
    "apply.gold": (
        "{checked} checked claims and {optional} others (optional) of {documents} documents in {folder}",
        "{documents} 篇文档的 {checked} 条核对过的陈述和 {optional} 条其他陈述（可选）写入 {folder}",
    ),
}
