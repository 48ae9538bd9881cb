"""What ``audit`` finds, in words."""

TEXTS: dict[str, tuple[str, str]] = {
    "audit.per_cent": (
        "from {before} to {after} is {worked} %, the text says {said}",
        "由 {before} 到 {after} 应为 {worked}%，文中为 {said}",
    ),
    "audit.points": (
        "from {before} to {after} is {worked} % or {points} points; {said} means points",
        "由 {before} 到 {after} 为 {worked}%，即 {points} 个百分点；{said} 应写作百分点",
    ),
    "audit.difference": (
        "from {before} to {after} the difference is {worked}, the text says {said}",
        "由 {before} 到 {after} 相差 {worked}，文中为 {said}",
    ),
    "audit.amounts": (
        "{level} after a change of {by} was {before} before: that is {worked} %, the text says {said}",
        "{level}、增减 {by}，则原为 {before}，幅度为 {worked}%，文中为 {said}",
    ),
    "audit.times": (
        "{after} is {times} times {before}, which is {more} times more; the text says it grew by {said}",
        "{after} 是 {before} 的 {times} 倍，即增长 {more} 倍；文中为增长 {said}",
    ),
    "audit.doubled": (
        "{after} is {times} times {before}; the text says {said}",
        "{after} 是 {before} 的 {times} 倍；文中为{said}",
    ),
    "audit.fell": (
        "the words ({verb}) say a rise, from {before} to {after} is a fall",
        "文字（{verb}）为上升，由 {before} 到 {after} 却是下降",
    ),
    "audit.rose": (
        "the words ({verb}) say a fall, from {before} to {after} is a rise",
        "文字（{verb}）为下降，由 {before} 到 {after} 却是上升",
    ),
    "audit.rank_worse": (
        "the words say a better rank, from {before} to {after} is {places} places worse",
        "文字为名次上升，由 {before} 到 {after} 却退了 {places} 位",
    ),
    "audit.rank_better": (
        "the words say a worse rank, from {before} to {after} is {places} places better",
        "文字为名次下降，由 {before} 到 {after} 却进了 {places} 位",
    ),
    "audit.rank_places": (
        "from {before} to {after} is {places} places, the text says {said}",
        "由 {before} 到 {after} 为 {places} 位，文中为 {said}",
    ),
    "audit.rank_years": (
        "from {before} to {after} is {places} places up (below zero: down), the text says {said}",
        "由 {before} 到 {after} 上升 {places} 位（负数为下降），文中为 {said}",
    ),
    "audit.rank_field": ("{rank} among {size} cannot be", "{size}中不会有{rank}"),
    "audit.part": ("the part {part} is larger than its whole {whole}", "部分 {part} 大于总数 {whole}"),
    "audit.sum": ("{parts} = {worked}, the whole is {whole}", "{parts} = {worked}，总数为 {whole}"),
    "audit.sum_short": (
        "{parts} = {worked}, nearly the whole {whole}: a part is missing or wrong",
        "{parts} = {worked}，略少于总数 {whole}：漏了一项或有数不对",
    ),
    "audit.shares": ("{parts} = {worked} %, more than 100 %", "{parts} = {worked}%，超过 100%"),
    "audit.ratio": ("{parts} = {worked}, not 100", "{parts} = {worked}，不是 100"),
    "audit.over": ("{metric} cannot be {said}", "{metric} 不会是 {said}"),
    "audit.quotient": (
        "{part} of {whole} is {worked} %, the text says {said} ({metric})",
        "{part} 占 {whole} 的 {worked}%，文中为 {said}（{metric}）",
    ),
    "audit.two": (
        "{metric} is {one} in one place and {other} in another",
        "{metric} 一处为 {one}，另一处为 {other}",
    ),
    "audit.scale": (
        "{before} and {after} differ ten thousand times: {short} seems to lack 万",
        "{before} 与 {after} 相差约一万倍：{short} 似漏写“万”",
    ),
    "audit.shrinks": (
        "the running total {metric} falls from {before} to {after}",
        "累计数 {metric} 由 {before} 降到 {after}",
    ),
    "audit.target": (
        "the target {target} for {metric} is already passed: {actual}",
        "{metric} 的目标 {target} 已经超过：{actual}",
    ),
    # --- what the command has to say
    "audit.counts": (
        "errors: {errors}, warnings: {warnings}, doubts: {doubts} (not shown: {left_out})",
        "错误 {errors}，警告 {warnings}，存疑 {doubts}（未显示 {left_out}）",
    ),
    "severity.error": ("error", "错误"),
    "severity.warning": ("warning", "警告"),
    "severity.doubt": ("doubt", "存疑"),
    "finding.where": ("{doc}, characters {start}–{end}:", "{doc}，第 {start}–{end} 字："),
    "label.severity": ("severity", "程度"),
    "label.check": ("check", "检查项"),
    "label.explanation": ("explanation", "说明"),
    "label.other_sentence": ("other sentence", "另一句"),
    # --- help
    "help.audit": (
        "Figures that contradict each other, of files, of standard input (-) or of the library.\n\n"
        "jmetrics audit report.txt\n"
        "jmetrics audit reports/2022.txt reports/2023.txt -f jsonl\n"
        "jmetrics audit report.txt --fail-on error --quiet\n\n"
        "Exit codes: as elsewhere; 3 where --fail-on finds something.",
        "检查互相矛盾的数字：文件、标准输入（-）或文档库。\n\n"
        "jmetrics audit report.txt\n"
        "jmetrics audit reports/2022.txt reports/2023.txt -f jsonl\n"
        "jmetrics audit report.txt --fail-on error --quiet\n\n"
        "退出码同其他命令；--fail-on 有所发现时为 3。",
    ),
    "help.short.audit": ("Figures that contradict each other.", "检查互相矛盾的数字。"),
    "help.audit_paths": (
        "Files, folders or - for standard input, read together. Default: the library.",
        "文件、文件夹，或用 - 表示标准输入；一并检查。默认为文档库。",
    ),
    "help.severity": (
        "Show what is at least so grave. Default: warning.",
        "显示不低于此程度的发现。默认 warning。",
    ),
    "help.fail_on": (
        "End with exit code 3 if something at least so grave is found.",
        "有不低于此程度的发现时，退出码为 3。",
    ),
    "help.check": ("Only these checks (docs/audit.md).", "只做这些检查（见 docs/audit.md）。"),
}
