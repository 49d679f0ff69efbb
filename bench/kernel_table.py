"""Markdown tables of `kernels.py`."""

import dataclasses
import importlib.metadata
import os
import platform
import subprocess

import kernel_cases

HEADER = """\
| detector | window | data | rows/s | target | original, points/s | ratio | bounds differ by | others, rows/s |
|---|---|---|---|---|---|---|---|---|"""
GROWTH_HEADER = """\
| detector | ns at 288 | ns at 8640 | growth | target | growth of the original |
|---|---|---|---|---|---|"""
UNKNOWN = "–"


@dataclasses.dataclass
class Row:
    """Rates are rows per second; None was not measured. `difference` is relative."""

    case: kernel_cases.Case
    ours: float | None
    original: float | None = None
    difference: float | None = None
    rivals: dict = dataclasses.field(default_factory=dict)

    def __str__(self):
        ratio = self.ours / self.original if self.ours and self.original else None
        cells = [
            self.case.name,
            f"{self.case.window:,}",
            self.case.shape,
            short(self.ours),
            self.target(),
            short(self.original),
            UNKNOWN if ratio is None else f"{ratio:,.0f}x",
            UNKNOWN if self.difference is None else f"{self.difference:.0e}" if self.difference else "0",
            "; ".join(f"{name} {short(rate)} ({what})" for name, (rate, what) in self.rivals.items()),
        ]
        return "| " + " | ".join(cells) + " |"

    def target(self):
        goal = kernel_cases.target(self.case)
        if goal is None:
            return ""
        return f"{verdict(self.ours is not None and self.ours >= goal)} ({short(goal)})"


def verdict(met):
    return "met" if met else "**missed**"


def short(rate):
    """Three digits and a unit."""
    if rate is None:
        return UNKNOWN
    for unit, name in ((1e6, " M"), (1e3, " k")):
        if rate >= unit:
            return f"{rate / unit:.3g}{name}"
    return f"{rate:.3g}"


def growth(rows):
    """The cost of a row at a window of 8640 over that at 288, for the cases that have both."""
    rates = {row.case: row for row in rows}
    lines = []
    for row in rows:
        wide = rates.get(row.case._replace(window=8640))
        if row.case.window != 288 or wide is None or not (row.ours and wide.ours):
            continue
        factor = row.ours / wide.ours
        goal = kernel_cases.GROWTH_TARGETS.get(row.case.name) if row.case.shape == "noise" else None
        original = row.original / wide.original if row.original and wide.original else None
        cells = [
            row.case.name if row.case.shape == "noise" else f"{row.case.name}, {row.case.shape}",
            f"{1e9 / row.ours:,.0f}",
            f"{1e9 / wide.ours:,.0f}",
            f"{factor:.2f}",
            "" if goal is None else f"{verdict(factor <= goal)} ({goal})",
            UNKNOWN if original is None else f"{original:.1f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([GROWTH_HEADER, *lines]) if lines else ""


def facts(rivals):
    """The machine and the versions, in one paragraph."""
    with open("/proc/cpuinfo") as file:
        model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    version = subprocess.run(["java", "-version"], stderr=subprocess.PIPE, text=True).stderr
    programs = {name: importlib.metadata.version(name) for name in ("detectkit", "numpy")} | rivals
    return ", ".join(
        [
            f"{model}, {os.cpu_count()} cores, {gigabytes:.0f} GB",
            platform.system() + " " + platform.release(),
            next(line for line in version.splitlines() if " version " in line).replace('"', ""),
            "Python " + platform.python_version(),
            *(f"{name} {number}" for name, number in programs.items()),
            f"load average {os.getloadavg()[0]:.1f} before the run",
        ]
    )
