"""LibreOffice as the last resort for documents that no reader of ours reads: one call for all of a run.

Starting LibreOffice costs seconds and converting costs little, so documents are handed to it together. What a call
loses (one file can crash it or hang it) is tried once more, each alone. LibreOffice works on copies in a private
folder with a profile of its own: no macros, no links followed, nothing of the user's own LibreOffice touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pipeline.config import Config
from pipeline.errors import DamagedFile, NeedsConversion
from pipeline.runner.documents import Converted, Job, Outcome, keep_failure
from pipeline.runner.store import Store
from pipeline.storage import written_whole

# Where the programs' own installers put them: they seldom stand on the search path of Windows and macOS.
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_BATCH = 100  # command lines have an end
_HANGS = 3  # calls that may run out of time before the rest is given up
_LARGEST_RESULT = 1_000_000_000
_SUFFIX = ".doc"
_FOLDER = "gcm-office-"
_ASK = "Open it in Word and save it as DOCX, or ask the sender for another copy."
# Nothing runs, nothing is fetched, nothing is asked. What would be fetched all the same is sought at a proxy that does
# not exist.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def awaits_conversion(outcome: Outcome) -> bool:
    """Tell whether a document failed in a way that LibreOffice, which is installed, may mend."""
    failure = outcome.failure
    return failure is not None and failure.error == NeedsConversion.__name__ and find_office() is not None


def convert_jobs(
    jobs: Iterable[Job], outcomes: Mapping[str, Outcome], *, store: Store, config: Config, force: bool
) -> tuple[list[Job], list[Outcome]]:
    """Convert the documents of a run that await it; returns the jobs to run again and the outcomes of the others.

    What was converted in an earlier run is not converted again, unless forced. A document that LibreOffice refuses is
    damaged: that failure is kept, so that no later run starts LibreOffice for it.
    """
    waiting = [job for job in jobs if (own := outcomes.get(job.source.doc_id)) and awaits_conversion(own)]
    _convert_files(waiting, store, timeout=config.settings.extract.max_seconds, force=force)
    again, refused = [], []
    for job in waiting:
        outcome = outcomes[job.source.doc_id]
        failure, target = outcome.failure, store.converted(job.source.sha256 or "")
        if failure is not None and target.exists():
            again.append(replace(job, converted=Converted(target, failure.media_type or "")))
        elif failure is not None:
            message = f"{failure.message} LibreOffice could not convert it, either."
            problem = DamagedFile(message, hint=_ASK, media_type=failure.media_type)
            refused.append(replace(outcome, failure=keep_failure(job, failure.stage, problem, store)))
    return again, refused


def _convert_files(jobs: Iterable[Job], store: Store, *, timeout: float, force: bool) -> None:
    contents, work = {}, store.plan.parent
    for left_behind in work.glob(f"{_FOLDER}*"):  # by a run that was killed; this one holds the lock
        shutil.rmtree(left_behind, ignore_errors=True)
    for job in jobs:
        sha256 = job.source.sha256 or ""
        if force or not store.converted(sha256).exists():
            # A file that went out of reach meanwhile is reported as what it was found to be.
            with suppress(OSError):
                contents[sha256] = job.source.file.read_bytes()
    for sha256, docx in convert(contents, timeout=timeout, beside=work).items():
        with written_whole(store.converted(sha256)) as path:
            path.write_bytes(docx)


def find_office() -> str | None:
    """Find LibreOffice's program; None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert(files: Mapping[str, bytes], *, timeout: float, beside: Path | None = None) -> dict[str, bytes]:
    """Convert documents to DOCX, by name; those that LibreOffice refuses, or all where it is missing, are left out.

    `timeout` is the seconds that one call may take, however many documents it is about. The copies that LibreOffice
    works on lie in a folder below `beside`, or among the system's temporary files, which some installations of it
    (snap) do not see.
    """
    office = find_office()
    if office is None or not files:
        return {}
    # LibreOffice leaves locks and processes behind at times; what cannot be removed now is left to the system.
    with tempfile.TemporaryDirectory(prefix=_FOLDER, dir=beside, ignore_cleanup_errors=True) as name:
        folder = Path(name).absolute()
        sources = _write_sources(files, folder)
        _write_profile(folder)
        names, hangs = list(files), 0
        for start in range(0, len(names), _BATCH):
            hangs += not _call(office, [sources[key] for key in names[start : start + _BATCH]], folder, timeout=timeout)
        for key in names if len(names) > 1 else ():
            if hangs < _HANGS and not _result(sources[key]).exists():
                hangs += not _call(office, [sources[key]], folder, timeout=timeout)
        return {key: data for key, path in sources.items() if (data := _read_result(_result(path)))}


def _write_sources(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Write copies under names of our own: those of strangers are no arguments for a program."""
    sources = {}
    for place, (key, data) in enumerate(files.items()):
        sources[key] = folder / f"{place}{_SUFFIX}"
        sources[key].write_bytes(data)
    return sources


def _write_profile(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(_SETTING.format(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_REGISTRY.format(items), encoding="utf-8")


def _result(source: Path) -> Path:
    return source.parent / "converted" / f"{source.stem}.docx"


def _read_result(path: Path) -> bytes | None:
    if not path.is_file() or not 0 < path.stat().st_size <= _LARGEST_RESULT:
        return None
    return path.read_bytes()


def _call(office: str, sources: Sequence[Path], folder: Path, *, timeout: float) -> bool:
    """Call LibreOffice and wait for it; returns whether it ended by itself in time."""
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
        "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder / "converted"), *map(str, sources),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on this machine, files of our own naming
            command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, start_new_session=True
        )
    except OSError:  # found and not to be run
        return False
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)  # also where the user interrupts the run
    return True


if sys.platform == "win32":

    def _end(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
            subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603
            process.wait()

else:

    def _end(process: subprocess.Popen[bytes]) -> None:
        """End a program with its children, which share its group; soffice is a script that starts the real one."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            process.wait()
