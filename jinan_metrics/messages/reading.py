"""What is wrong with an input, and what to do."""

TEXTS: dict[str, tuple[str, str]] = {
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
}
