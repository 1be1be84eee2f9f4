"""The store front: products, orders and the visitor's session."""

import os
import secrets

import requests
from flask import Flask, abort, jsonify, make_response, redirect, render_template_string, request, send_from_directory

import catalog
import orders

app = Flask(__name__)
INVOICES = "/srv/shop/invoices"


@app.get("/products")
def products():
    # finds: python.injection.sql-request
    return jsonify(orders.search(request.args.get("term", "")))


@app.get("/products/<name>")
def product(name):
    # finds: python.injection.template-request
    return render_template_string(f"<h1>{name}</h1>")


@app.get("/products/<name>/title")
def title(name):
    return render_template_string("<h1>{{ name }}</h1>", name=name)


@app.post("/login")
def login():
    user = orders.find_user(request.form["name"], request.form["password"])
    if user is None:
        app.logger.warning("login of %s failed", request.form["name"])
        abort(401)
    response = make_response(redirect("/"))
    # finds: python.auth.cookie-flags
    response.set_cookie("session", user.open_session())
    return response


@app.post("/login/remember")
def remember():
    response = make_response(redirect("/"))
    response.set_cookie("remember_me", secrets.token_urlsafe(32), secure=True, httponly=True, samesite="Lax")
    return response


@app.get("/logout")
def logout():
    # finds: python.injection.open-redirect
    return redirect(request.args.get("next"))


@app.get("/invoice")
def invoice():
    name = request.args["file"]
    # finds: python.injection.path-request
    with open(os.path.join(INVOICES, name), "rb") as handle:
        return handle.read()


@app.get("/invoice/<name>")
def safe_invoice(name):
    return send_from_directory(INVOICES, name)


@app.get("/preview")
def preview():
    # finds: python.injection.ssrf-request
    return requests.get(request.args["image"], timeout=5).content


@app.post("/import")
def import_products():
    # finds: python.injection.deserialize-request
    return jsonify(catalog.read(request.get_data(as_text=True)))


@app.get("/price")
def price():
    # finds: python.injection.eval-request
    return str(eval(request.args["formula"]))


@app.errorhandler(404)
def missing(error):
    app.logger.info("not found: %s", error)
    return jsonify(error="not found"), 404


if __name__ == "__main__":
    # finds: python.logging.debug-server
    app.run(port=8000, debug=True)
