import aiohttp_jinja2
import jinja2
from flask import Flask
from jinja2 import Environment, FileSystemLoader, select_autoescape

app = Flask(__name__)


def pages(folder):
    # ruleid: python.injection.autoescape-off
    return Environment(loader=FileSystemLoader(folder), autoescape=False)


def mail(text):
    # ruleid: python.injection.autoescape-off
    return jinja2.Template(text, autoescape=False)


def configure():
    # ruleid: python.injection.autoescape-off
    app.jinja_env.autoescape = False


def safe_pages(folder):
    # ok: python.injection.autoescape-off
    return Environment(loader=FileSystemLoader(folder), autoescape=select_autoescape())


def always(folder):
    # ok: python.injection.autoescape-off
    return Environment(loader=FileSystemLoader(folder), autoescape=True)


def safe_configure():
    # ok: python.injection.autoescape-off
    app.jinja_env.autoescape = True


def serve(app, folder):
    # ruleid: python.injection.autoescape-off
    aiohttp_jinja2.setup(app, loader=FileSystemLoader(folder), autoescape=False)


def safe_serve(app, folder):
    # ok: python.injection.autoescape-off
    aiohttp_jinja2.setup(app, loader=FileSystemLoader(folder))
