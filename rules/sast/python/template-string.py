from flask import Flask, render_template, render_template_string, request
from jinja2 import Template

app = Flask(__name__)


@app.route("/hello/<name>")
def hello(name):
    # ruleid: python.injection.template-string, python.injection.template-request
    return render_template_string(f"<h1>Hello {name}</h1>")


@app.errorhandler(404)
def missing(error):
    page = "<p>%s was not found</p>" % request.path
    # ruleid: python.injection.template-string, python.injection.template-request
    return render_template_string(page), 404


@app.route("/preview", methods=["POST"])
def preview():
    # ruleid: python.injection.template-string, python.injection.template-request
    return render_template_string(request.form["source"])


def subject(customer):
    # ruleid: python.injection.template-string
    return Template("Order of " + customer.name).render()


@app.route("/welcome/<name>")
def welcome(name):
    # ok: python.injection.template-string, python.injection.template-request
    return render_template_string("<h1>Hello {{ name }}</h1>", name=name)


@app.route("/page/<name>")
def page(name):
    # ok: python.injection.template-string
    return render_template("page.html", title=f"Page {name}")


def safe_subject(customer):
    # ok: python.injection.template-string
    return Template("Order of {{ name }}").render(name=customer.name)


@app.route("/version")
def version(Version):
    # ok: python.injection.template-request
    return str(Version.from_string(request.args["version"]))


@app.route("/count")
def count(env):
    # ok: python.injection.template-request
    return env.from_string("{{ n }} of %d" % int(request.args["of"])).render(n=1)


@app.route("/settings", methods=["POST"])
def settings(env, SettingsForm):
    form = SettingsForm(request.form)
    # ok: python.injection.template-request
    return env.from_string(form.more_fields()).render(form=form)


@app.route("/letter", methods=["POST"])
def letter(env):
    # ruleid: python.injection.template-request
    return env.from_string("Dear " + request.form["name"]).render()
