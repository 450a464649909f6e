"""Where configuration files are: the user's own folder first, then the one that ships with the package.

The user's folder is `$GCM_CONFIGS`, else `configs/` below the current folder. A user's file or folder replaces the
shipped one of the same name as a whole (`editions/2021.toml`, `pipeline.toml`, `lexicon`); all others stay as shipped.
"""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import ConfigError, Problem

_PACKAGE = Path(__file__).resolve().parent


def config_file(relative: str) -> Path:
    """Find a file or folder of the configuration, such as `editions/2020.toml`; ConfigError where nobody has it."""
    folders = config_folders()
    for folder in folders:
        if (folder / relative).exists():
            return folder / relative
    looked = ", ".join(str(folder) for folder in folders)
    raise ConfigError([Problem(relative, f"no such configuration; looked in {looked}")])


def config_names(subfolder: str, suffix: str = ".toml") -> list[str]:
    """List the names that the configuration knows in a subfolder, such as the editions: ["2020"]."""
    found = {path.stem for folder in config_folders() for path in (folder / subfolder).glob(f"*{suffix}")}
    return sorted(found)


def config_folders() -> list[Path]:
    """List the folders in the order in which they are asked; ConfigError where `$GCM_CONFIGS` is no folder."""
    own = os.environ.get("GCM_CONFIGS")
    if own and not Path(own).is_dir():
        raise ConfigError([Problem("GCM_CONFIGS", f"{own} is no folder; name one, or unset the variable")])
    candidates = [Path(own) if own else Path.cwd() / "configs", shipped_folder()]
    return [folder for folder in dict.fromkeys(path.resolve() for path in candidates) if folder.is_dir()]


def own_folder() -> Path:
    """Return the user's own folder, whether it is there yet or not: what commands write goes there."""
    config_folders()  # refuses a `$GCM_CONFIGS` that is no folder
    own = os.environ.get("GCM_CONFIGS")
    return Path(own) if own else Path("configs")


def shipped_folder() -> Path:
    """Return the folder that came with the package: inside a wheel, beside the package in a checkout."""
    inside = _PACKAGE / "configs"
    return inside if inside.is_dir() else _PACKAGE.parent / "configs"
