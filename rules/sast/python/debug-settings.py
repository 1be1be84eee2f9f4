import os

# ruleid: python.logging.debug-settings
DEBUG = True
INSTALLED_APPS = ["django.contrib.admin", "shop"]


class Shop:
    # ruleid: python.logging.debug-settings
    DEBUG = True
    INSTALLED_APPS = ["shop"]


class Club:
    INSTALLED_APPS = ["club"]
    # ruleid: python.logging.debug-settings
    DEBUG = True


class Library:
    # ok: python.logging.debug-settings
    DEBUG = os.environ.get("LIBRARY_DEBUG") == "1"
    INSTALLED_APPS = ["library"]


class Safe:
    # ok: python.logging.debug-settings
    DEBUG = False
    INSTALLED_APPS = ["shop"]


class OfEnvironment(Safe):
    # ok: python.logging.debug-settings
    DEBUG = os.getenv("DEBUG", "") == "yes"
    INSTALLED_APPS = ["shop"]
