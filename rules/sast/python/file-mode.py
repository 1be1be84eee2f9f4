import os
import stat
from pathlib import Path


def install(path):
    # ruleid: python.auth.file-mode
    os.chmod(path, 0o777)


def share(path):
    # ruleid: python.auth.file-mode
    Path(path).chmod(0o666)


def open_for_all(path):
    # ruleid: python.auth.file-mode
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR | stat.S_IWOTH)


def safe_install(path):
    # ok: python.auth.file-mode
    os.chmod(path, 0o755)


def private(path):
    # ok: python.auth.file-mode
    Path(path).chmod(0o600)


def group(path):
    # ok: python.auth.file-mode
    os.makedirs(path, mode=0o770, exist_ok=True)
