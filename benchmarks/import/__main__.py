"""`make bench-import`: an import of new rows until they can be found, against bare SQLite plus bare Tantivy.

`python benchmarks/import --rows 1000000 [--folder DIR]`
"""

import argparse
import os
import tempfile
from pathlib import Path

from bare import Stopwatch, fill_sqlite, fill_tantivy
from feed_file import write_feed
from ours import LABOUR, Done, run

TARGET = 2.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--folder", type=Path, help="where a folder for the data is made, and removed at the end")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder, prefix="partscounter-bench-") as name:
        folder = Path(name)
        feed = folder / "feed.csv"
        write_feed(feed, given.rows)
        load = os.getloadavg()[0]
        print(f"{given.rows:,} new rows, {feed.stat().st_size / 1e6:,.0f} MB of CSV, load {load:.1f}", flush=True)
        seconds, done = run(folder, feed)
        sqlite = fill_sqlite(folder / "ours.db", folder / "bare.db")
        tantivy = fill_tantivy(folder / "ours.db", folder / "bare-index")
        report(given.rows, seconds, done, {"bare SQLite": sqlite, "bare Tantivy": tantivy})


def report(rows: int, seconds: float, done: dict[str, Done], bare: dict[str, Stopwatch]) -> None:
    """Print the table, and the ratio last."""
    print(f"{'':24}{'seconds':>9}{'CPU s':>9}{'rows/s':>10}{'peak MB':>9}")
    for labour, need in done.items():
        print(f"{LABOUR[labour]:24}{need.seconds:9.1f}{need.cpu:9.1f}{rows / need.seconds:10,.0f}{need.megabytes:9.0f}")
    cpu = sum(need.cpu for need in done.values())
    print(f"{'ours, both at once':24}{seconds:9.1f}{cpu:9.1f}{rows / seconds:10,.0f}")
    for name, watch in bare.items():
        print(f"{name:24}{watch.seconds:9.1f}{watch.cpu:9.1f}{rows / watch.seconds:10,.0f}")
    engines, engines_cpu = (sum(getattr(watch, unit) for watch in bare.values()) for unit in ("seconds", "cpu"))
    print(f"{'bare, one by one':24}{engines:9.1f}{engines_cpu:9.1f}{rows / engines:10,.0f}")
    print(f"longest time the writer was held: {done['import'].writer_held:.2f} s")
    print(f"ratio of seconds {seconds / engines:.2f} (at most {TARGET}), of CPU seconds {cpu / engines_cpu:.2f}")


if __name__ == "__main__":
    main()
