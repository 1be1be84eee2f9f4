import hashlib

from flask import request
from werkzeug.security import check_password_hash

from shop.models import Account, User


def log_in(request):
    # ruleid: python.auth.password-plain
    return Account.objects.filter(name=request.POST["name"], password=request.POST["password"]).first()


def log_in_shop():
    password = request.form["password"]
    # ruleid: python.auth.password-plain
    return User.query.filter_by(name=request.form["name"], password=password).first()


def log_in_club():
    user = User.query.filter_by(name=request.form["name"]).first()
    # ruleid: python.auth.password-plain
    return user if user.password == request.form["password"] else None


def log_in_hashed():
    user = User.query.filter_by(name=request.form["name"]).first()
    # ok: python.auth.password-plain
    return user if check_password_hash(user.password, request.form["password"]) else None


def log_in_digest():
    password = hashlib.sha256(request.form["password"].encode()).hexdigest()
    # ok: python.auth.password-plain
    return User.query.filter_by(name=request.form["name"], password=password).first()


def same_twice(form):
    # ok: python.auth.password-plain
    return form.password == request.form["repeated"]
