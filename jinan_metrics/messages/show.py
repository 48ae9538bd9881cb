"""What ``jmetrics show`` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.show": (
        "The text of a document as its reader made it; spans of claims count its characters.\n\n"
        "jmetrics show report.pdf\n"
        "jmetrics show report.docx --claims",
        "显示文档读出的文字；陈述的起止位置按它的字符计算。\n\njmetrics show report.pdf\njmetrics show report.docx --claims",
    ),
    "help.short.show": (
        "The text of a document, with its claims marked.",
        "显示文档的文字，并标出其中的陈述。",
    ),
    "help.doc": (
        "A document, - for standard input, or the name of one in the library.",
        "文档，用 - 表示标准输入，或文档库里的文档名。",
    ),
    "help.claims": (
        "Mark every claim and say below its line what it claims.",
        "标出每一条陈述，并在该行下面说明。",
    ),
    "show.no_document": ("no document given", "没有给出文档"),
    "show.page": ("page {page}", "第 {page} 页"),
}
