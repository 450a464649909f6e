"""Write arcadia.html and arcadia.xhtml from arcadia.fodt with LibreOffice.

word.html was typed by hand after what Word writes.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent

for target in ("html:HTML", "xhtml:XHTML Writer File"):
    command = ["soffice", "--headless", "--convert-to", target, "--outdir", str(HERE), str(HERE / "arcadia.fodt")]
    subprocess.run(command, check=True)
