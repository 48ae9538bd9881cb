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
    "audit.times": (
        "{after} is {times} times {before}, which is {more} times more; the text says it grew by {said}",
        "{after} 是 {before} 的 {times} 倍，即增长 {more} 倍；文中为增长 {said}",
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
    "audit.two": ("{metric} is {one} in one place and {other} in another", "{metric} 一处为 {one}，另一处为 {other}"),
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
}
