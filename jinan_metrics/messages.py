"""Every sentence that the package says to a person, in English and Chinese.

``TEXTS`` maps a key to (English, Chinese). Names in braces are filled in. Field names, formats, kinds and
options are part of the interface and the same in both languages; ``{`` never comes from a document, so
filling in is safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")

TEXTS: dict[str, tuple[str, str]] = {
    # --- reading: what is wrong with an input, and what to do
    "read.missing": ("no such file or folder; check the path", "没有这个文件或文件夹；请检查路径"),
    "read.folder": (
        "this is a folder; give it to `jmetrics extract`, which reads the .txt and .md files in it",
        "这是文件夹；请交给 `jmetrics extract`，它会读取其中的 .txt 和 .md 文件",
    ),
    "read.folder_empty": (
        "no .txt or .md file in this folder; name the files one by one if they end in something else",
        "文件夹里没有 .txt 或 .md 文件；若文件用别的扩展名，请逐个写出文件名",
    ),
    "read.permission": (
        "not allowed to read it; change its permissions or copy it to a place of your own",
        "没有读取权限；请修改权限，或复制到自己的文件夹再读",
    ),
    "read.special": ("neither a file nor a pipe; give a text file", "既不是文件也不是管道；请给出文本文件"),
    "read.unreadable": (
        "could not be read ({reason}); check the disk, or copy the file elsewhere",
        "无法读取（{reason}）；请检查磁盘，或把文件复制到别处再读",
    ),
    "read.empty": ("it is empty; nothing to read", "内容为空，没有可读的文字"),
    "read.binary": (
        "binary data, not text (a NUL at byte {offset}); save the document as text first",
        "是二进制数据，不是文本（第 {offset} 字节为 NUL）；请先另存为文本",
    ),
    "read.format": (
        "{format} files are not read yet; save the document as text (.txt) first",
        "暂时不能读取 {format} 文件；请先另存为文本（.txt）",
    ),
    "read.replaced": (
        "not clean {encoding}: {count} spots, the first at byte {offset}, were read as U+FFFD; "
        "save it as UTF-8 again from where it came",
        "不是完好的 {encoding} 文本：{count} 处读作 U+FFFD，第一处在第 {offset} 字节；请从来源重新存为 UTF-8",
    ),
    "read.manifest": ("{path} is not used: {reason}", "未采用 {path}：{reason}"),
    # --- writing
    "write.folder": ("the output is a folder; name a file in it", "输出位置是文件夹；请写出其中的文件名"),
    "write.symlink": (
        "the output is a symbolic link to {target}; name that file itself, or remove the link",
        "输出位置是指向 {target} 的符号链接；请直接写那个文件，或先删除链接",
    ),
    "write.special": (
        "the output exists and is not a regular file; name another file, or leave out -o",
        "输出位置已存在且不是普通文件；请换一个文件名，或不用 -o",
    ),
    "write.input": (
        "the output is one of the inputs; name another file",
        "输出文件也是输入文件；请换一个文件名",
    ),
    "write.failed": (
        "could not be written ({reason}); nothing was changed there",
        "无法写入（{reason}）；原有内容未改动",
    ),
    "write.stdout": (
        "standard output could not be written ({reason})",
        "无法写到标准输出（{reason}）",
    ),
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
    # --- the library
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
    # --- wrong usage
    "usage.try": ("Try '{command} --help'.", "请看 '{command} --help'。"),
    "usage.no_input": (
        "nothing to read: name a file or a folder, pipe text in, or give - to type it (Ctrl-D ends it)",
        "没有输入：请给出文件或文件夹，或用管道传入文本，或写 - 后直接输入（Ctrl-D 结束）",
    ),
    "usage.format": (
        "unknown format '{given}'; allowed: {allowed}",
        "没有“{given}”这种格式；可用：{allowed}",
    ),
    "usage.format_later": (
        "format '{given}' comes with a later version; now: {allowed}",
        "“{given}”格式将在以后的版本提供；现在可用：{allowed}",
    ),
    "usage.value": (
        "{option}: unknown '{given}'; allowed: {allowed}",
        "{option}：没有“{given}”；可用：{allowed}",
    ),
    "usage.nothing": (
        "{option}: nothing given; allowed: {allowed}",
        "{option}：没有给出内容；可用：{allowed}",
    ),
    "usage.range": (
        "{option}: {given} is not between {low} and {high}",
        "{option}：{given} 不在 {low} 和 {high} 之间",
    ),
    "usage.rule": (
        "no rule '{given}'{near}; `jmetrics rules` lists them",
        "没有规则“{given}”{near}；`jmetrics rules` 列出全部规则",
    ),
    "usage.near": (" (meant {names}?)", "（是不是 {names}？）"),
    "usage.no_such_option": ("no such option: {given}{near}", "没有这个选项：{given}{near}"),
    "usage.no_such_command": ("no such command: {given}{near}", "没有这个命令：{given}{near}"),
    "usage.no_command": ("no command given", "没有给出命令"),
    "usage.needs_value": ("{option} needs a value", "{option} 后面要有值"),
    "usage.takes_no_value": ("{option} takes no value", "{option} 后面不带值"),
    "usage.extra": ("unexpected: {given}", "多余的参数：{given}"),
    "usage.number": ("{option}: '{given}' is not a number", "{option}：“{given}”不是数字"),
    "usage.other": ("{text}", "用法有误：{text}"),
    # --- what a run has to say besides its data
    "note.repeats": (
        "{count} repeats of a passage printed twice were left out; --keep-repeats shows them",
        "略去 {count} 条重复（同一段文字在文中出现两次）；加 --keep-repeats 可全部列出",
    ),
    "note.nothing": ("no claims found", "没有找到量化陈述"),
    "note.warning": ("{where}: warning: {text}", "{where}：注意：{text}"),
    "note.failure": ("{where}: {text}", "{where}：{text}"),
    "note.usage": ("error: {text}", "错误：{text}"),
    "note.internal": (
        "internal error, please report it with what was read ({error}); JMETRICS_TRACEBACK=1 shows where",
        "程序内部错误，请连同文档一起报告（{error}）；设 JMETRICS_TRACEBACK=1 可看到出处",
    ),
    # --- help
    "help.usage": ("Usage:", "用法："),
    "help.options": ("Options:", "选项："),
    "help.arguments": ("Arguments:", "参数："),
    "help.commands": ("Commands:", "命令："),
    "help.pieces": ("[OPTIONS]", "[选项]"),
    "help.subcommand": ("COMMAND [ARGS]…", "命令 [参数]…"),
    "help.help": ("Show this and stop.", "显示本说明。"),
    "help.version": ("Print the version and stop.", "显示版本号。"),
    "help.root": (
        "Every figure of a Chinese official text as a table, each with the sentence it stands in.\n\n"
        "Data goes to standard output, everything else to standard error. "
        "Exit codes: 0 done, 1 some input could not be read, 2 wrong usage.",
        "把中文政务文本里的每一个数字整理成表，并附上它所在的原句。\n\n"
        "数据写到标准输出，其余信息写到标准错误。退出码：0 完成，1 有输入无法读取，2 用法有误。",
    ),
    "help.extract": (
        "The quantitative claims of files, folders or standard input.\n\n"
        "jmetrics extract report.txt\n"
        "jmetrics extract reports/ -o claims.csv\n"
        "jmetrics extract report.txt --kind rate,rank -f jsonl\n"
        "cat report.txt | jmetrics extract --year 2023",
        "找出文件、文件夹或标准输入中的量化陈述。\n\n"
        "jmetrics extract report.txt\n"
        "jmetrics extract reports/ -o claims.csv\n"
        "jmetrics extract report.txt --kind rate,rank -f jsonl\n"
        "cat report.txt | jmetrics extract --year 2023",
    ),
    "help.rules": (
        "The rules, or one rule with its reason and examples.\n\njmetrics rules\njmetrics rules RULE",
        "列出规则；给出规则名则显示它的理由和例子。\n\njmetrics rules\njmetrics rules RULE",
    ),
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
    "help.short.compare": ("The same metrics side by side across years.", "把不同年份的同一指标并排比较。"),
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
    "help.short.extract": (
        "The quantitative claims of files, folders or standard input.",
        "找出文件、文件夹或标准输入中的量化陈述。",
    ),
    "help.short.rules": (
        "The rules, or one rule with its reason and examples.",
        "列出规则，或显示一条规则的理由和例子。",
    ),
    "help.paths": (
        "Text files, folders (their .txt and .md files), or - for standard input.",
        "文本文件、文件夹（读取其中的 .txt 和 .md），或用 - 表示标准输入。",
    ),
    "help.rule": ("A rule's name, as in the rule column.", "规则名，即记录中 rule 一栏的内容。"),
    "help.format": (
        "{formats}. Default: table on a terminal; else what OUTPUT ends in, else csv.",
        "{formats}。默认：终端上为 table；否则依输出文件的扩展名，再否则为 csv。",
    ),
    "help.format_rules": (
        "table, json, md. Default: table on a terminal, else md.",
        "table、json、md。默认：终端上为 table，否则为 md。",
    ),
    "help.output": (
        "Write to this file, whole or not at all, instead of standard output.",
        "写到这个文件（要么完整写入，要么不动），而不是标准输出。",
    ),
    "help.kind": ("Only these kinds: {kinds}.", "只要这些种类：{kinds}。"),
    "help.role": ("Only these roles: {roles}.", "只要这些角色：{roles}。"),
    "help.min_confidence": ("Only claims at least this sure, 0 to 1.", "只要不低于此置信度的陈述，0 到 1。"),
    "help.columns": (
        "Only these fields, in this order, separated by commas.",
        "只要这些字段，按此顺序，用逗号隔开。",
    ),
    "help.year": ("The year that the documents cover.", "文档所述的年份。"),
    "help.place": ("The place that the documents are about.", "文档所述的地方。"),
    "help.keep_repeats": (
        "Keep claims that repeat an earlier one word for word.",
        "保留与前文一字不差的重复陈述。",
    ),
    "help.quiet": ("Say nothing but failures on standard error.", "标准错误上只报告失败。"),
    "help.lang": (
        "Language of headers and messages, zh or en. Default: JMETRICS_LANG, then the locale.",
        "表头和信息的语言，zh 或 en。默认依 JMETRICS_LANG，再依系统区域设置。",
    ),
    # --- a rule's page
    "rule.family": ("Family", "类别"),
    "rule.yes": ("Matches", "匹配"),
    "rule.no": ("Does not match", "不匹配"),
    # --- table headers: fields, and the column that the table puts together
    "label.amount": ("value", "数值"),
    "label.id": ("id", "编号"),
    "label.doc": ("document", "文档"),
    "label.year": ("document year", "文档年份"),
    "label.period": ("year", "年份"),
    "label.period_text": ("period words", "时间词"),
    "label.place": ("place", "地方"),
    "label.section": ("section", "章节"),
    "label.metric": ("metric", "指标"),
    "label.action": ("action", "动作"),
    "label.kind": ("kind", "种类"),
    "label.value": ("value", "数值"),
    "label.value_max": ("to", "上限"),
    "label.unit": ("unit", "单位"),
    "label.bound": ("bound", "界限"),
    "label.role": ("role", "角色"),
    "label.direction": ("direction", "方向"),
    "label.basis": ("against", "比较基准"),
    "label.scope": ("scope", "范围"),
    "label.text": ("text", "原文"),
    "label.start": ("start", "起"),
    "label.end": ("end", "止"),
    "label.sentence": ("sentence", "原句"),
    "label.repeat_of": ("repeat of", "重复自"),
    "label.rule": ("rule", "规则"),
    "label.confidence": ("confidence", "置信度"),
    "label.name_rule": ("name rule", "命名规则"),
    "label.name": ("document", "文档"),
    "label.title": ("title", "标题"),
    "label.issuer": ("issuer", "发布单位"),
    "label.published": ("published", "发布日期"),
    "label.year_known": ("known by", "年份依据"),
    "label.spoken": ("spoken in", "讲话年份"),
    "label.claims": ("claims", "陈述数"),
    "label.known": ("known", "依据"),
    "label.path": ("path", "路径"),
    "label.added": ("added", "入库时间"),
    "label.number": ("#", "#"),
    "label.delta": ("difference", "差"),
    "label.pct": ("%", "%"),
    "label.spark": ("course", "走势"),
    "label.status": ("", ""),
    "label.notes": ("notes", "备注"),
    "year_known.declared": ("declared", "声明"),
    "year_known.title": ("title", "标题"),
    "year_known.dateline": ("dateline", "日期行"),
    "year_known.text": ("opening", "开头"),
    "year_known.name": ("file name", "文件名"),
    "label.family": ("family", "类别"),
    "label.reason": ("reason", "理由"),
    "label.reason_zh": ("reason", "理由"),
    # --- kinds and roles as the table shows them
    "kind.count": ("count", "数量"),
    "kind.rate": ("rate", "比率"),
    "kind.rank": ("rank", "排名"),
    "kind.change": ("change", "变化"),
    "kind.money": ("money", "金额"),
    "kind.measure": ("measure", "计量"),
    "kind.duration": ("duration", "时长"),
    "kind.score": ("score", "得分"),
    "kind.ratio": ("ratio", "比例"),
    "role.actual": ("", ""),
    "role.target": ("target", "目标"),
    "role.baseline": ("baseline", "基数"),
    "role.maximum": ("maximum", "满分"),
}


def text(key: str, lang: Lang, /, **details: Any) -> str:
    """The text of ``key`` in ``lang`` with ``details`` filled in."""
    template = TEXTS[key][LANGS.index(lang)]
    return template.format(**details) if details else template


class Remark(str):
    """A sentence in English that can still be said in another language."""

    key: str
    details: dict[str, Any]

    def __new__(cls, key: str, /, **details: Any) -> Remark:
        remark = super().__new__(cls, text(key, "en", **details))
        remark.key, remark.details = key, details
        return remark

    def said(self, lang: Lang) -> str:
        """The same in ``lang``."""
        inner = {k: v.said(lang) if isinstance(v, Remark) else v for k, v in self.details.items()}
        return text(self.key, lang, **inner)


def language_of(environ: Mapping[str, str]) -> Lang:
    """The language that the environment asks for: ``JMETRICS_LANG``, then the locale, else English."""
    for variable in ("JMETRICS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return "zh" if value.casefold().startswith("zh") else "en"
    return "en"
