"""What the program needs at run time is in the package that people install."""

import fnmatch
import pathlib
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def test_every_data_file_is_packaged():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    files = [
        path
        for path in (ROOT / "src" / "tawatur").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and "__pycache__" not in path.parts
    ]
    assert len(files) > 10
    left_out = [path for path in files if not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)]
    assert left_out == []
