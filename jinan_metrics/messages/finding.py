"""What ``find`` and ``series`` have to say."""

TEXTS: dict[str, tuple[str, str]] = {
    "find.nothing": (
        "nothing answers that; try fewer or other words, or leave out the year",
        "没有找到；请减少或更换词语，或去掉年份",
    ),
    "find.no_words": (
        "'{given}' names no metric; say what is counted, for example 行政复议申请",
        "“{given}”没有说明指标；请写出要查什么，例如 行政复议申请",
    ),
    "note.shipped": (
        "no library and no --input: looking at the two documents that come with jmetrics",
        "没有文档库，也没有 --input：查看随 jmetrics 附带的两篇文档",
    ),
    "usage.range_of_years": (
        "--year: '{given}' is not YEAR or YEAR-YEAR",
        "--year：“{given}”不是 年份 或 年份-年份",
    ),
    "usage.chart": (
        "--chart: '{given}' must end in .png or .svg",
        "--chart：“{given}”须以 .png 或 .svg 结尾",
    ),
    "usage.chart_output": (
        "--chart and --output are the same file; name two",
        "--chart 与 --output 是同一个文件；请用两个文件名",
    ),
    "chart.no_matplotlib": (
        "charts need matplotlib; install it with: pip install 'jinan-metrics[charts]'",
        "画图需要 matplotlib；请安装：pip install 'jinan-metrics[charts]'",
    ),
    "chart.no_font": (
        "no font with Chinese characters found; install one (Debian: apt install fonts-noto-cjk; "
        "else Noto Sans CJK SC from https://github.com/notofonts/noto-cjk)",
        "没有找到中文字体；请安装一种（Debian：apt install fonts-noto-cjk；"
        "其他系统：https://github.com/notofonts/noto-cjk 的 Noto Sans CJK SC）",
    ),
    "chart.no_place": ("place unknown", "地方不明"),
    "series.undated": (
        "{count} figures of unknown year are left out",
        "年份不明的 {count} 个数字未列入",
    ),
    "label.score": ("score", "得分"),
    # --- help
    "help.find": (
        "The figures that answer a description, best first.\n\n"
        "jmetrics find 济南 2022 行政复议申请 多少件\n"
        "jmetrics find 出庭应诉率 --input reports/\n"
        "jmetrics find 'GDP growth' --place 浙江省 -f jsonl\n"
        "jmetrics find 政协提案 --series",
        "按描述查找数字，最相符的在前。\n\n"
        "jmetrics find 济南 2022 行政复议申请 多少件\n"
        "jmetrics find 出庭应诉率 --input reports/\n"
        "jmetrics find 'GDP growth' --place 浙江省 -f jsonl\n"
        "jmetrics find 政协提案 --series",
    ),
    "help.short.find": ("The figures that answer a description.", "按描述查找数字。"),
    "help.series": (
        "One indicator over years and places: table, CSV, chart.\n\n"
        "jmetrics series 行政复议申请\n"
        "jmetrics series 常住人口 --place 济南市,青岛市 --year 2015-2023 -o population.csv\n"
        "jmetrics series 出庭应诉率 --input reports/ --chart rate.svg",
        "一个指标在各年、各地的数值：表格、CSV、图。\n\n"
        "jmetrics series 行政复议申请\n"
        "jmetrics series 常住人口 --place 济南市,青岛市 --year 2015-2023 -o population.csv\n"
        "jmetrics series 出庭应诉率 --input reports/ --chart rate.svg",
    ),
    "help.short.series": ("One indicator over years and places.", "一个指标在各年、各地的数值。"),
    "help.description": (
        "What is asked for, in Chinese; year, place, kind and unit words count as such (济南 2022 多少件). English names serve "
        "for common indicators (GDP, CPI, unemployment rate).",
        "要查的内容；其中的年份、地方、种类和单位（济南 2022 多少件）按其含义理解。常用指标也可用英文名（GDP、CPI、unemployment rate）。",
    ),
    "help.metric": ("The indicator, as for find.", "指标，写法同 find。"),
    "help.search_input": (
        "Search this file or folder instead of the library; may be repeated.",
        "在这个文件或文件夹中查找，不用文档库；可重复。",
    ),
    "help.search_year": ("Only this year, or these (2019-2023).", "只要这一年，或这些年（2019-2023）。"),
    "help.limit": ("At most so many answers. Default: 10.", "最多多少条。默认 10。"),
    "help.as_series": (
        "The values of the best answer's metric over the years, as `jmetrics series` prints them.",
        "列出最相符的指标历年的数值，同 `jmetrics series`。",
    ),
    "help.chart": ("Also draw a chart to this file, .png or .svg.", "另画一张图到这个文件，.png 或 .svg。"),
}
