import yaml
from yaml import SafeLoader


def read_settings(path):
    with open(path) as handle:
        # ruleid: python.injection.yaml-load
        return yaml.load(handle)


def import_products(text):
    # ruleid: python.injection.yaml-load
    return yaml.load(text, Loader=yaml.Loader)


def restore(text):
    # ruleid: python.injection.yaml-load
    return yaml.unsafe_load(text)


def import_many(text):
    # ruleid: python.injection.yaml-load
    return list(yaml.load_all(text, Loader=yaml.UnsafeLoader))


def safe_settings(path):
    with open(path) as handle:
        # ok: python.injection.yaml-load
        return yaml.safe_load(handle)


def safe_import(text):
    # ok: python.injection.yaml-load
    return yaml.load(text, Loader=SafeLoader)


def safe_compiled(text):
    # ok: python.injection.yaml-load
    return yaml.load(text, Loader=yaml.CSafeLoader)


def write(data):
    # ok: python.injection.yaml-load
    return yaml.dump(data)
