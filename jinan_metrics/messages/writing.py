"""What is wrong with an output."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "write.package_exists": (
        "describes something else already; put the output into a folder of its own",
        "已是别的数据的说明；请把输出放到单独的文件夹",
    ),
    "usage.datapackage": (
        "--datapackage goes with a file (-o) in one of these formats: {allowed}",
        "--datapackage 要与输出文件（-o）一起用，格式为：{allowed}",
    ),
}
