import sqlite3

from django.http import JsonResponse
from flask import Flask, abort, request

app = Flask(__name__)
COLUMNS = ("name", "joined")


def cursor():
    return sqlite3.connect("members.db").cursor()


@app.route("/members")
def members():
    name = request.args.get("name")
    rows = cursor()
    # ruleid: python.injection.sql-request
    rows.execute(f"SELECT id, mail FROM members WHERE name = '{name}'")
    return {"members": rows.fetchall()}


def remove(mail):
    # ruleid: python.injection.sql-request
    cursor().execute("DELETE FROM members WHERE mail = '%s'" % mail)


@app.route("/remove", methods=["POST"])
def remove_member():
    remove(request.form["mail"])
    return "done"


def report(request):
    town = request.GET["town"]
    # ruleid: python.injection.sql-request
    return JsonResponse({"rows": list(Member.objects.raw("SELECT * FROM member WHERE town = '" + town + "'"))})


@app.route("/safe/members")
def safe_members():
    rows = cursor()
    # ok: python.injection.sql-request
    rows.execute("SELECT id, mail FROM members WHERE name = ?", (request.args.get("name"),))
    return {"members": rows.fetchall()}


@app.route("/safe/page")
def page():
    offset = int(request.args.get("offset", "0"))
    rows = cursor()
    # ok: python.injection.sql-request
    rows.execute(f"SELECT id FROM members LIMIT 20 OFFSET {offset}")
    return {"members": rows.fetchall()}


@app.route("/safe/sorted")
def sorted_members():
    column = request.args["by"]
    if column not in COLUMNS:
        abort(400)
    rows = cursor()
    # ok: python.injection.sql-request
    rows.execute(f"SELECT id FROM members ORDER BY {column}")
    return {"members": rows.fetchall()}


@app.route("/free")
def free():
    # ok: python.injection.sql-request
    return client.names.execute(NameRequest(name=request.args["name"]))


async def add(request):
    form = await request.post()
    rows = cursor()
    # ruleid: python.injection.sql-request
    await rows.execute("INSERT INTO members (name) VALUES ('%(name)s')" % {"name": form["name"]})


@app.route("/sorted")
def sorted_members():
    direction = "asc"
    if request.args.get("direction") in ["asc", "desc"]:
        direction = request.args.get("direction")
    # ok: python.injection.sql-request
    return cursor().execute("SELECT name FROM members ORDER BY name " + direction).fetchall()


@app.route("/started")
def started():
    # ok: python.injection.sql-request
    return QueryStarter(app).execute(request.args["sql"], 3)


@app.route("/new", methods=["POST"])
def new_member():
    record = {"joined": "2024-01-01"}
    record.update({"name": request.json["name"]})
    columns = ", ".join(record.keys())
    # ok: python.injection.sql-request
    return cursor().execute(f"INSERT INTO members ({columns}) VALUES (:joined, :name)", record)


@app.route("/any", methods=["POST"])
def any_member():
    columns = ", ".join(request.json.keys())
    # ruleid: python.injection.sql-request
    return cursor().execute(f"INSERT INTO members ({columns}) VALUES (1, 2)")
