"""The help of the command line."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.usage": ("Usage:", "用法："),
    "help.options": ("Options:", "选项："),
    "help.arguments": ("Arguments:", "参数："),
    "help.commands": ("Commands:", "命令："),
    "help.pieces": ("[OPTIONS]", "[选项]"),
    "help.subcommand": ("COMMAND [ARGS]…", "命令 [参数]…"),
    "help.help": ("Show this and stop.", "显示本说明。"),
    "help.version": ("Print the version and stop.", "显示版本号。"),
    "version.compiled": (" (compiled)", "（编译版）"),
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
    "help.short.extract": (
        "The quantitative claims of files, folders or standard input.",
        "找出文件、文件夹或标准输入中的量化陈述。",
    ),
    "help.short.rules": (
        "The rules, or one rule with its reason and examples.",
        "列出规则，或显示一条规则的理由和例子。",
    ),
    "help.paths": (
        "Documents (text, Markdown, HTML, DOCX, PDF, XLSX, CSV, ZIP), folders of them, or - for standard input.",
        "文档（文本、Markdown、HTML、DOCX、PDF、XLSX、CSV、ZIP）、放文档的文件夹，或用 - 表示标准输入。",
    ),
    "help.glob": (
        "In folders, only files that match PATTERN, such as '*.txt' or '2023/*'; may be repeated.",
        "文件夹里只读取符合 PATTERN 的文件，如 '*.txt' 或 '2023/*'；可重复。",
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
    "help.datapackage": (
        "Also write datapackage.json beside the output: columns, units and sources as a Frictionless Data Package.",
        "在输出文件旁另写 datapackage.json：按 Frictionless Data Package 说明各列、单位和来源。",
    ),
    "help.completion": (
        "A script that completes commands, options and their values when you press Tab.\n\n"
        "bash: jmetrics completion bash > ~/.local/share/bash-completion/completions/jmetrics\n"
        "zsh: jmetrics completion zsh > ~/.jmetrics.zsh, and in ~/.zshrc: source ~/.jmetrics.zsh\n"
        "fish: jmetrics completion fish > ~/.config/fish/completions/jmetrics.fish",
        "按 Tab 键补全命令、选项及其取值的脚本。\n\n"
        "bash：jmetrics completion bash > ~/.local/share/bash-completion/completions/jmetrics\n"
        "zsh：jmetrics completion zsh > ~/.jmetrics.zsh，并在 ~/.zshrc 中写 source ~/.jmetrics.zsh\n"
        "fish：jmetrics completion fish > ~/.config/fish/completions/jmetrics.fish",
    ),
    "help.short.completion": ("Completion by Tab for a shell.", "供 shell 使用的 Tab 补全脚本。"),
    "help.shell": ("The shell.", "所用的 shell。"),
    "help.color": (
        "Colours: auto (on a terminal, unless NO_COLOR is set), always, never.",
        "颜色：auto（终端上，除非设了 NO_COLOR）、always、never。",
    ),
    "help.no_bom": (
        "Leave out the byte-order mark that a CSV file begins with for Excel.",
        "CSV 文件开头不写字节顺序标记（有它 Excel 才正确显示中文）。",
    ),
    "help.quiet": ("Say nothing but failures on standard error.", "标准错误上只报告失败。"),
    "help.lang": (
        "Language of headers and messages, zh or en. Default: JMETRICS_LANG, then the locale.",
        "表头和信息的语言，zh 或 en。默认依 JMETRICS_LANG，再依系统区域设置。",
    ),
}
