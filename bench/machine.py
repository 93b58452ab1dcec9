"""What it was measured on."""

import os
import platform
import subprocess
from pathlib import Path


def described(folder: Path, versions: str) -> str:
    """Tell the machine, what ran on it, and what else was going on."""
    parts = [
        f"{os.cpu_count()} cores ({_model()}), {platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        versions,
        f"data on {_filesystem(folder)}",
        f"load {os.getloadavg()[0]:.1f} before the start",
    ]
    return "; ".join(parts) + "."


def _model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def _filesystem(folder: Path) -> str:
    # On a filesystem in memory nothing is durable, and every figure of a write flatters.
    told = subprocess.run(["df", "-P", "-T", str(folder)], capture_output=True, text=True)
    fields = told.stdout.splitlines()[-1].split() if told.returncode == 0 else []
    return fields[1] if len(fields) > 1 else "an unknown filesystem"
