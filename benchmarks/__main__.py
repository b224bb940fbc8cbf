"""Run every benchmark on a study made for it and print the tables: `python -m benchmarks`."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        study = str(Path(folder) / "demo")
        subprocess.run([sys.executable, "-m", "workbench", "demo", study, "--no-open"], check=True)
        for name in ("screen", "command_line"):
            print(f"\n## {name}\n", flush=True)
            subprocess.run([sys.executable, str(HERE / f"{name}.py"), study], check=True)
    for name in ("store", "encryption", "safety", "text_encodings", "repairs", "transcripts"):
        print(f"\n## {name}\n", flush=True)
        subprocess.run([sys.executable, str(HERE / f"{name}.py")], check=True)


if __name__ == "__main__":
    main()
