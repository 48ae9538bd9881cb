"""What is wrong with an input, and what to do."""

TEXTS: dict[str, tuple[str, str]] = {
    "read.missing": ("no such file or folder; check the path", "没有这个文件或文件夹；请检查路径"),
    "read.folder": (
        "this is a folder; give it to `jmetrics extract`, which reads the documents in it",
        "这是文件夹；请交给 `jmetrics extract`，它会读取其中的文档",
    ),
    "read.folder_empty": (
        "no document in this folder (text, Markdown, HTML, DOCX, PDF, XLSX, CSV, ZIP); name files one by one or use --glob if they end in something else",
        "文件夹里没有文档（文本、Markdown、HTML、DOCX、PDF、XLSX、CSV、ZIP）；若文件用别的扩展名，请逐个写出文件名，或用 --glob",
    ),
    "read.folder_no_match": (
        "no file in this folder matches {globs}; check the pattern, and quote it so that the shell leaves it alone",
        "文件夹里没有符合 {globs} 的文件；请检查模式，并加引号以免被 shell 展开",
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
        "{format} files are not read; save it as text, DOCX, XLSX or PDF first",
        "不能读取 {format} 文件；请先另存为文本、DOCX、XLSX 或 PDF",
    ),
    "read.image": (
        "a picture ({format}), not text; recognise its text (OCR) and save that first",
        "是图片（{format}），不是文本；请先做文字识别（OCR）再保存",
    ),
    "read.old_office": (
        "an old Word, Excel or WPS file; save it as DOCX or XLSX first",
        "是旧版 Word、Excel 或 WPS 文件；请先另存为 DOCX 或 XLSX",
    ),
    "read.encrypted": (
        "a {format} file locked with a password; unlock it and save it again",
        "{format} 文件有密码；请解除密码后重新保存",
    ),
    "read.damaged": (
        "a damaged or truncated {format} file ({reason}); fetch it again or open and save it anew",
        "{format} 文件已损坏或不完整（{reason}）；请重新下载，或打开后另存",
    ),
    "read.extra": (
        "reading {format} needs a library that is not installed: pip install 'jinan-metrics[{extra}]'",
        "读取 {format} 需要尚未安装的库：pip install 'jinan-metrics[{extra}]'",
    ),
    "read.bomb": (
        "unpacks to far more than it should ({reason}); not read. If you trust it, unpack it yourself",
        "解压后大得不正常（{reason}），未读取；若确信无害，请自行解压",
    ),
    "read.entities": (
        "the {format} file declares a document type or entities ({part}), which no office program writes; not read",
        "{format} 文件声明了文档类型或实体（{part}），办公软件不会这样写；未读取",
    ),
    "read.nested": (
        "an archive within an archive; unpack it first",
        "压缩包里还有压缩包；请先解压",
    ),
    "read.archive_empty": (
        "no document in this archive (text, Markdown, HTML, DOCX, PDF, XLSX, CSV)",
        "压缩包里没有文档（文本、Markdown、HTML、DOCX、PDF、XLSX、CSV）",
    ),
    "read.several": (
        "an archive of {count} documents; use `jmetrics extract` or jinan_metrics.reading.read_all",
        "压缩包里有 {count} 份文档；请用 `jmetrics extract` 或 jinan_metrics.reading.read_all",
    ),
    "read.no_text": ("there is no text in it", "里面没有文字"),
    "read.scanned": (
        "a scanned PDF: its {count} pages are pictures without a text layer; recognise its text (OCR) first",
        "是扫描版 PDF：{count} 页都是图片，没有文字层；请先做文字识别（OCR）",
    ),
    "read.pages_without_text": (
        "no text on these pages, probably pictures: {pages}",
        "以下页没有文字，可能是图片：{pages}",
    ),
    "read.too_many_pages": (
        "{count} pages, more than the {most} that are read; split it",
        "共 {count} 页，超过上限 {most} 页；请拆分",
    ),
    "read.too_many_cells": (
        "a sheet of {count} cells, more than the {most} that are read; save it as CSV",
        "有工作表多达 {count} 格，超过上限 {most} 格；请另存为 CSV",
    ),
    "read.no_result": (
        "{count} cells hold a formula without its result and were left empty; open the file in an office program and save it",
        "{count} 格只有公式没有计算结果，按空格处理；请用办公软件打开后保存一次",
    ),
    "read.hidden_sheet": (
        "the sheet {sheet} is hidden and was read too",
        "工作表 {sheet} 是隐藏的，也已读取",
    ),
    "read.too_large": (
        "larger than {megabytes} MB; split it (plain text of any size is read by `jmetrics extract`)",
        "超过 {megabytes} MB；请拆分（纯文本可交给 `jmetrics extract`，大小不限）",
    ),
    "read.replaced": (
        "not clean {encoding}: {count} spots, the first at byte {offset}, were read as U+FFFD; "
        "save it as UTF-8 again from where it came",
        "不是完好的 {encoding} 文本：{count} 处读作 U+FFFD，第一处在第 {offset} 字节；请从来源重新存为 UTF-8",
    ),
    "read.manifest": ("{path} is not used: {reason}", "未采用 {path}：{reason}"),
}
