import tarfile
import zipfile


def install(path, target):
    with tarfile.open(path) as archive:
        # ruleid: python.injection.archive-extract
        archive.extractall(target)


def restore(path):
    archive = tarfile.open(path, "r:gz")
    # ruleid: python.injection.archive-extract
    archive.extractall()
    archive.close()


def extract_one(path, name, target):
    with tarfile.open(path) as archive:
        # ruleid: python.injection.archive-extract
        archive.extract(name, target)


def safe_install(path, target):
    with tarfile.open(path) as archive:
        # ok: python.injection.archive-extract
        archive.extractall(target, filter="data")


def checked(path, target):
    with tarfile.open(path) as archive:
        plain = [member for member in archive.getmembers() if member.isfile() and ".." not in member.name]
        # ok: python.injection.archive-extract
        archive.extractall(target, members=plain)


def unzip(path, target):
    with zipfile.ZipFile(path) as archive:
        # ok: python.injection.archive-extract
        archive.extractall(target)
