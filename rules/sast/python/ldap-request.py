import ldap3
from flask import Flask, request
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)


def connection():
    return ldap3.Connection("ldap.example.com")


@app.route("/person")
def person():
    conn = connection()
    # ruleid: python.injection.ldap-request
    conn.search("ou=people", f"(uid={request.args['user']})")
    return str(len(conn.entries))


@app.route("/mail")
def mail():
    conn = connection()
    query = "(&(objectClass=person)(mail=" + request.headers["X-Mail"] + "))"
    # ruleid: python.injection.ldap-request
    conn.search("ou=people", query, attributes=["cn"])
    return str(len(conn.entries))


def teams(ldap_server, request):
    # ruleid: python.injection.ldap-request
    return ldap_server.search_s("ou=teams", 2, "(cn=%s)" % request.GET["team"])


@app.route("/safe/person")
def safe_person():
    conn = connection()
    user = escape_filter_chars(request.args["user"])
    # ok: python.injection.ldap-request
    conn.search("ou=people", f"(uid={user})")
    return str(len(conn.entries))


@app.route("/safe/number")
def safe_number():
    conn = connection()
    # ok: python.injection.ldap-request
    conn.search("ou=people", f"(uidNumber={int(request.args['number'])})")
    return str(len(conn.entries))


def everybody():
    conn = connection()
    # ok: python.injection.ldap-request
    conn.search("ou=people", "(objectClass=person)")
    return conn.entries
