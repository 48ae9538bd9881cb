"""Wrong usage, and what a run has to say besides its data."""

TEXTS: dict[str, tuple[str, str]] = {
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
}
