"""Work in several processes and on several machines."""

TEXTS: dict[str, tuple[str, str]] = {
    "running.died": (
        "the process that read it died ({reason}); the other documents are read by a new one",
        "读取它的进程中止（{reason}）；其余文档由新进程继续读取",
    ),
    "running.no_text": (
        "no column 'text' with the document in it",
        "没有存放文档内容的 text 列",
    ),
    "running.partition": (
        "the partition could not be worked off ({reason}); run the same again to try it once more",
        "该分区未能完成（{reason}）；重新运行同一命令即可重试",
    ),
    "running.others": (
        "holds claims of other inputs, options or of another version; give an empty folder, or remove it",
        "其中已有其他输入、选项或版本的结果；请换一个空文件夹，或先删除它",
    ),
    "running.extra": (
        "--engine dask needs more packages: pip install 'jinan-metrics[cluster]'",
        "--engine dask 需要更多软件包：pip install 'jinan-metrics[cluster]'",
    ),
    "running.unreachable": (
        "no scheduler answers there ({reason}); start one with `dask scheduler`",
        "那里没有调度器应答（{reason}）；可用 `dask scheduler` 启动",
    ),
    "running.no_scheduler": (
        "the scheduler is gone; run the same again to do what is left",
        "调度器已断开；重新运行同一命令即可完成剩余部分",
    ),
    "running.needs_output": (
        "--engine dask writes a folder of Parquet files: name it with --output",
        "--engine dask 写出一个 Parquet 文件夹：请用 --output 指定",
    ),
    "running.only_dask": ("{option} goes with --engine dask", "{option} 须与 --engine dask 一起使用"),
    "running.not_with_dask": (
        "{option} does not go with --engine dask",
        "{option} 不能与 --engine dask 一起使用",
    ),
    "running.written": (
        "{claims} claims of {documents} documents in {partitions} partitions written to {path} ({kept} were there already)",
        "已将 {documents} 份文档的 {claims} 条陈述分 {partitions} 个分区写入 {path}（其中 {kept} 个分区此前已完成）",
    ),
    "help.engine": (
        "processes, or dask: on a cluster, into a folder of Parquet files.",
        "processes（本机进程），或 dask：在集群上运行，写出 Parquet 文件夹。",
    ),
    "help.scheduler": (
        "The address of a Dask scheduler. Default: one started here, with a process for each core.",
        "Dask 调度器的地址。默认：在本机启动一个，每个核心一个进程。",
    ),
    "help.partition": (
        "With --engine dask: documents in a partition (default 2000).",
        "与 --engine dask 一起使用：每个分区的文档数（默认 2000）。",
    ),
    "help.jobs": (
        "So many processes. Default: one a core where there are more than a few files. The output is the same.",
        "并行的进程数。默认：文件较多时每个核心一个。输出不变。",
    ),
}
