"""What ``add``, ``docs`` and ``remove`` have to say."""

TEXTS: dict[str, tuple[str, str]] = {
    "library.folder": (
        "the library is a folder; name a file in it",
        "文档库位置是文件夹；请写出其中的文件名",
    ),
    "library.newer": (
        "the library was made by a later version (format {version}, this one knows {known}); update jmetrics",
        "文档库由更新的版本建立（格式 {version}，本版本只认到 {known}）；请升级 jmetrics",
    ),
    "library.not_ours": (
        "not a library of jmetrics ({reason}); name another file with --library",
        "不是 jmetrics 的文档库（{reason}）；请用 --library 指定别的文件",
    ),
    "library.locked": (
        "another process has been writing to the library for too long ({reason}); try again later",
        "别的进程长时间占用文档库（{reason}）；请稍后再试",
    ),
    "library.unusable": (
        "the library cannot be used ({reason}); check the path, its permissions and the disk",
        "无法使用文档库（{reason}）；请检查路径、权限和磁盘",
    ),
    "library.none": (
        "no library at {path} yet; `jmetrics add PATH…` makes one",
        "还没有文档库（{path}）；用 `jmetrics add PATH…` 建立",
    ),
    "library.added": (
        "{added} added, {unchanged} unchanged, {described} described anew, {extracted} extracted anew: {path}",
        "新增 {added}，未变 {unchanged}，重新标注 {described}，重新提取 {extracted}：{path}",
    ),
    "library.extracted": (
        "{count} documents were extracted anew: the rules have changed since they were added",
        "{count} 篇文档已重新提取：规则在它们入库之后有变化",
    ),
    "library.stale": (
        "the claims of {count} documents were made by earlier rules; `jmetrics add --refresh` extracts them anew",
        "{count} 篇文档的陈述出自旧规则；用 `jmetrics add --refresh` 重新提取",
    ),
    "library.undated": (
        "the year of {count} documents is not known: {names}; add them again with --year YEAR",
        "{count} 篇文档的年份不明：{names}；请加 --year 年份 重新 add",
    ),
    "library.removed": ("{count} documents removed", "已移除 {count} 篇文档"),
    "library.unknown_name": (
        "no such document in the library{near}; `jmetrics docs` lists them",
        "文档库里没有这篇文档{near}；`jmetrics docs` 列出全部",
    ),
    "library.ambiguous": ("it may mean any of {names}; name one", "可能指 {names}；请写明一个"),
    "library.all_needs_yes": (
        "--all drops every document; add --yes to do it",
        "--all 会移除全部文档；确定请加 --yes",
    ),
    "library.no_names": ("name the documents to remove, or --all", "请写出要移除的文档名，或用 --all"),
    # --- help
    "help.add": (
        "Read documents into the library.\n\njmetrics add reports/\njmetrics add briefing.txt --year 2023 --place 济南市",
        "把文档读入文档库。\n\njmetrics add reports/\njmetrics add briefing.txt --year 2023 --place 济南市",
    ),
    "help.docs": (
        "The documents of the library, or of files: title, issuer, place, dates, and how each is known.\n\n"
        "jmetrics docs\njmetrics docs reports/ --unknown",
        "列出文档库（或所给文件）中的文档：标题、发布单位、地方、日期，以及各自依据。\n\n"
        "jmetrics docs\njmetrics docs reports/ --unknown",
    ),
    "help.remove": (
        "Drop documents from the library.\n\njmetrics remove NAME",
        "从文档库移除文档。\n\njmetrics remove NAME",
    ),
    "help.short.add": ("Read documents into the library.", "把文档读入文档库。"),
    "help.short.docs": ("The documents, and what is known about them.", "列出文档及其已知信息。"),
    "help.short.remove": ("Drop documents from the library.", "从文档库移除文档。"),
    "help.library": (
        "The library's file. Default: JMETRICS_LIBRARY, then the platform's data folder.",
        "文档库文件。默认依 JMETRICS_LIBRARY，再依系统的数据文件夹。",
    ),
    "help.name": ("The name of the document on standard input.", "标准输入中文档的名称。"),
    "help.refresh": (
        "Extract anew what earlier rules extracted.",
        "重新提取旧规则提取过的文档。",
    ),
    "help.docs_paths": (
        "Files or folders to describe, without a library.",
        "要查看的文件或文件夹（不用文档库）。",
    ),
    "help.unknown": ("Only documents whose year is not known.", "只列年份不明的文档。"),
    "help.names": ("Names as `jmetrics docs` lists them.", "`jmetrics docs` 列出的名称。"),
    "help.all": ("Every document.", "全部文档。"),
    "help.yes": ("Do not ask: I mean it.", "确认执行。"),
}
