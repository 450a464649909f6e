"""The real programs that write the papers: LibreOffice, Chromium, qpdf; and archives with fixed dates."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

DATE = (2025, 3, 14, 9, 26, 52)


def office(source: Path, kind: str, target: Path) -> None:
    """Convert with LibreOffice; `kind` is an extension with an optional filter ("pdf", "txt:Text (encoded):UTF8")."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{Path(tempfile.gettempdir()) / 'papers-office'}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        made = Path(folder) / f"{source.stem}.{kind.partition(':')[0]}"
        shutil.copyfile(made, target)


def browser(source: Path, target: Path) -> None:
    """Print an HTML file with Chromium, without its own header and footer."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def qpdf(*arguments: object) -> None:
    """Run qpdf with fixed ids; its warnings (exit code 3) are no errors."""
    ids = "--static-id" if "--encrypt" in arguments else "--deterministic-id"
    done = subprocess.run(["qpdf", ids, *map(str, arguments)], check=False, capture_output=True)
    if done.returncode not in (0, 3):
        raise RuntimeError(done.stderr.decode())


def pack(target: Path, members: dict[str, bytes]) -> None:
    """Write a ZIP whose bytes depend on the members alone."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(info(name), data)


def info(name: str) -> zipfile.ZipInfo:
    """Describe a member with a fixed date."""
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
