"""Imports the catalog of a supplier."""

import ssl
import tarfile
import urllib.request

import yaml
from markupsafe import Markup


def read(text):
    # finds: python.injection.yaml-load
    return yaml.load(text, Loader=yaml.Loader)


def read_safely(text):
    return yaml.safe_load(text)


def download(address):
    # finds: python.crypto.tls-verify-off
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(address, context=context) as answer:
        return answer.read()


def download_safely(address):
    context = ssl.create_default_context(cafile="/etc/shop/supplier.pem")
    with urllib.request.urlopen(address, context=context) as answer:
        return answer.read()


def unpack(path, folder):
    with tarfile.open(path) as archive:
        # finds: python.injection.archive-extract
        archive.extractall(folder)


def unpack_safely(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")


def offer(title):
    # finds: python.injection.markup-string
    return Markup(f"<em>{title}</em>")


def safe_offer(title):
    return Markup("<em>{}</em>").format(title)
