from flask import request

from shop import db, mongo


def log_in():
    data = request.get_json()
    # ruleid: python.injection.nosql-request
    return db.users.find_one({"name": data["name"], "seal": data["seal"]})


def orders():
    # ruleid: python.injection.nosql-request
    return list(mongo.db.orders.find(request.json))


def close():
    # ruleid: python.injection.nosql-request
    return db["orders"].delete_many({"owner": request.json["owner"]})


def of_form():
    # ok: python.injection.nosql-request
    return db.users.find_one({"name": request.form["name"]})


def as_text():
    # ok: python.injection.nosql-request
    return db.users.find_one({"name": str(request.json["name"])})


def in_text():
    # ok: python.injection.nosql-request
    return request.json["text"].find("needle")
