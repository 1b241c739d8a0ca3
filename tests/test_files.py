"""Files and folders that are replaced whole, or not at all."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bilateral.files import replaced_file, replaced_folder

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions and links as POSIX has them")


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "file.txt"
    path.write_text("old", encoding="utf-8")
    return path


def put(path, text):
    with replaced_file(path) as draft:
        draft.write_text(text, encoding="utf-8")


def fail(replaced, error):
    with replaced as draft:
        (draft / "a.txt" if draft.is_dir() else draft).write_text("half", encoding="utf-8")
        raise error


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path, old):
    with replaced_file(old) as draft:
        draft.write_text("new", encoding="utf-8")
        assert old.read_text(encoding="utf-8") == "old"

    assert old.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, MemoryError])
def test_an_error_in_the_midst_leaves_the_old_file_and_nothing_else(tmp_path, old, error):
    with pytest.raises(error):
        fail(replaced_file(old), error)

    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(old, mode):
    old.chmod(mode)
    put(old, "new")

    assert stat.S_IMODE(old.stat().st_mode) == mode


@POSIX
def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path):
    (tmp_path / "plain.txt").touch()
    put(tmp_path / "made.txt", "new")

    assert (tmp_path / "made.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


@POSIX
def test_a_link_stays_a_link_and_leads_to_the_new_file(tmp_path, old):
    (tmp_path / "elsewhere").mkdir()
    link, loose = tmp_path / "elsewhere" / "link.txt", tmp_path / "loose.txt"
    link.symlink_to(Path("..", "file.txt"))
    loose.symlink_to("not-yet.txt")
    put(link, "new")
    put(loose, "made")

    assert (link.is_symlink(), old.is_symlink(), old.read_text(encoding="utf-8")) == (True, False, "new")
    assert (loose.is_symlink(), (tmp_path / "not-yet.txt").read_text(encoding="utf-8")) == (True, "made")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "elsewhere",
        "file.txt",
        "loose.txt",
        "not-yet.txt",
    ]


@POSIX
def test_links_in_a_circle_are_an_error(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises((OSError, RuntimeError), match=r"[Ss]ymlink loop|symbolic links"):
        put(tmp_path / "a", "x")


@POSIX
def test_what_is_no_regular_file_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    put(pipe, "all of it")
    reader.join(10)

    assert read == ["all of it"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told_with_the_file(tmp_path):
    full = tmp_path / "full.txt"
    full.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left on device") as caught:
        put(full, "x" * 100_000)

    assert caught.value.filename == str(full)


AS_NOBODY = """
import os, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from bilateral.files import replaced_file
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
os.chdir(sys.argv[1])
try:
    with replaced_file(Path("file.txt")) as draft:
        draft.write_text("new")
except PermissionError as error:
    print(error.filename, os.listdir(), Path("file.txt").read_text())
"""
"""Code that writes as one who may not do anything: root is asked for no permission."""


@POSIX
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o555, 0o666), (0o777, 0o444)])
def test_where_one_may_not_write_the_file_is_named_and_stays(of_folder, of_file):
    with TemporaryDirectory() as name:
        path = Path(name, "file.txt")
        path.write_text("old", encoding="utf-8")
        path.chmod(of_file)
        Path(name).chmod(of_folder)
        ran = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, name], capture_output=True, check=False, text=True
        )
        Path(name).chmod(0o777)

    assert (ran.stdout, ran.stderr) == ("file.txt ['file.txt'] old\n", "")


def test_the_longest_name_that_a_file_can_have(tmp_path):
    path = tmp_path / f"{'ж' * 125}.txt"
    put(path, "new")

    assert path.read_text(encoding="utf-8") == "new"


def test_several_may_write_one_file_at_once(tmp_path, old):
    texts = [str(number) * 200_000 for number in range(8)]
    threads = [threading.Thread(target=put, args=(old, text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert old.read_text(encoding="utf-8") in texts
    assert list(tmp_path.iterdir()) == [old]


def folder(path, names=("a.txt", "b.txt"), text="new"):
    with replaced_folder(path, lambda old: [each.name for each in old.glob("*.txt")]) as draft:
        for name in names:
            (draft / name).write_text(text, encoding="utf-8")


def test_a_folder_is_made_and_replaced_whole(tmp_path):
    path = tmp_path / "folder"
    folder(path, ["a.txt", "gone.txt"])
    folder(path, text="newer")

    assert {each.name: each.read_text(encoding="utf-8") for each in path.iterdir()} == {
        "a.txt": "newer",
        "b.txt": "newer",
    }
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_in_the_midst_leaves_the_old_folder_and_nothing_else(tmp_path):
    path = tmp_path / "folder"
    folder(path)
    with pytest.raises(ValueError, match="in the midst"):
        fail(replaced_folder(path, os.listdir), ValueError("in the midst"))

    assert [each.read_text(encoding="utf-8") for each in path.iterdir()] == ["new", "new"]
    assert list(tmp_path.iterdir()) == [path]


def test_what_does_not_belong_to_a_folder_is_never_deleted(tmp_path):
    path = tmp_path / "folder"
    folder(path)
    (path / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"holds what does not belong to it: notes\.md"):
        folder(path, text="newer")

    assert (path / "a.txt").read_text(encoding="utf-8") == "new"
    assert (path / "notes.md").read_text(encoding="utf-8") == "mine"


def test_a_folder_does_not_replace_a_file_nor_a_file_a_folder(tmp_path, old):
    with pytest.raises(FileExistsError, match=r"file\.txt"):
        folder(old)
    with pytest.raises(IsADirectoryError):
        put(tmp_path, "x")


@POSIX
@pytest.mark.slow
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path):
    """Kill writers at many moments; what can be read is always one of two whole texts."""
    path = tmp_path / "file.txt"
    size = 3_000_000
    path.write_text("a" * size, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from bilateral.files import replaced_file\n"
        "path, size = Path(sys.argv[1]), int(sys.argv[2])\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in 'ba':\n"
        "        with replaced_file(path) as draft:\n"
        "            draft.write_text(letter * size)\n"
    )
    for moment in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(size)], stdout=subprocess.PIPE
        ) as writer:
            writer.stdout.readline()
            time.sleep(moment * 0.003)
            writer.send_signal(signal.SIGKILL)
        assert path.read_text(encoding="utf-8") in ("a" * size, "b" * size)
