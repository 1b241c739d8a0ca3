"""Files and folders that are replaced whole, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EBUSY, EEXIST, EISDIR, ENOENT
from pathlib import Path
from shutil import rmtree

from bilateral.errors import InvalidValueError


def checked_path(path: object) -> Path:
    """Return what may be the path of a file as a path.

    Args:
        path: what was given for a path.

    Returns:
        The path.

    Raises:
        InvalidValueError: if it is none.

    Examples:
        >>> checked_path("a.json").name
        'a.json'
    """
    if not isinstance(path, (str, os.PathLike)) or not str(path) or "\0" in str(path):
        raise InvalidValueError("path", path, "it must be the path of a file")
    return Path(path)


@contextmanager
def replaced_file(path: Path) -> Iterator[Path]:
    """Yield the path of a draft that takes the place of a file when the block ends without an error.

    Whoever reads the file sees the old one or the new one, never half of one, also if the process is killed.
    A link stays a link: what it points to is replaced. The permissions of an old file are kept. What is no
    regular file, such as a terminal or a pipe, has nothing to be replaced and is written to as it is.

    Args:
        path: the file.

    Yields:
        The draft, beside the file; there is nothing there yet.

    Raises:
        OSError: if there is no such folder, it is a folder, or the file may not be written to.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with replaced_file(Path(folder, "a.txt")) as draft:
        ...         _ = draft.write_text("all of it")
        ...     Path(folder, "a.txt").read_text()
        'all of it'
    """
    target = _target(path)
    old = _status(target)
    if old is not None:
        if stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(EISDIR, "it is a folder, not a file to write to", str(path))
        if not os.access(target, os.W_OK):
            raise PermissionError(EACCES, "the file may not be written to", str(path))
        if not stat.S_ISREG(old.st_mode):
            with _named(path, target):
                yield target
            return
    draft = _draft(target)
    try:
        with _named(path, draft):
            yield draft
            if old is not None:
                draft.chmod(stat.S_IMODE(old.st_mode))
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def replaced_folder(path: Path, belongs: Callable[[Path], Collection[str]]) -> Iterator[Path]:
    """Yield the path of a draft that takes the place of a folder when the block ends without an error.

    A folder with files cannot be replaced in one step: for a moment there is none, but never half of one. If
    the process is killed in that moment, the old one is beside it, under a name that ends in ``.old``.

    Args:
        path: the folder.
        belongs: from an old folder to the names in it that may be replaced.

    Yields:
        The draft, an empty folder.

    Raises:
        OSError: if it is a file, the folder that it is in is not there or may not be written to, or it holds
            anything that does not belong to it, or the program works in it.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as above:
        ...     with replaced_folder(Path(above, "folder"), lambda old: ()) as draft:
        ...         _ = Path(draft, "a.txt").write_text("all of it")
        ...     [each.name for each in Path(above, "folder").iterdir()]
        ['a.txt']
    """
    target = _target(path)
    old = _status(target)
    if old is not None and not stat.S_ISDIR(old.st_mode):
        raise FileExistsError(EEXIST, "there is a file of this name, and no folder", str(path))
    if old is not None:
        if Path.cwd().is_relative_to(target):
            raise OSError(EBUSY, "the program works in this folder, which cannot be replaced", str(path))
        others = sorted({each.name for each in target.iterdir()} - set(belongs(target)))
        if others:
            raise FileExistsError(
                EEXIST, f"the folder holds what does not belong to it: {others[0]}", str(path)
            )
    draft = _draft(target)
    try:
        with _named(path, draft):
            draft.mkdir()
            yield draft
            if old is not None:
                draft.chmod(stat.S_IMODE(old.st_mode))
            _exchange(draft, target)
    finally:
        rmtree(draft, ignore_errors=True)


def _target(path: Path) -> Path:
    """Return what a path leads to, and that it lies in a folder."""
    target = path.resolve()
    if not target.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder to write to", str(path))
    return target


def _status(path: Path) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return path.stat()
    return None


def _draft(target: Path) -> Path:
    # Beside the target, since only within one file system a file is moved in one step; of a name that is
    # short and, with several at work, nobody else's.
    return target.with_name(f".bilateral-{os.urandom(8).hex()}.part")


@contextmanager
def _named(path: Path, draft: Path) -> Iterator[None]:
    """Let an error about a draft, such as that the disk is full, name what was to be written."""
    try:
        yield
    except OSError as error:
        inside = str(error.filename or draft)
        if error.errno is None or not inside.startswith(str(draft)):
            raise
        named = str(path) + inside.removeprefix(str(draft))
        raise OSError(error.errno, error.strerror, named) from error


def _exchange(draft: Path, target: Path) -> None:
    if not target.exists():
        draft.rename(target)
        return
    old = draft.with_suffix(".old")
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise
    rmtree(old, ignore_errors=True)
