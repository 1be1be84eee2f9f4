from flask import abort
from flask_login import current_user


def delete_user(request, identifier):
    # ruleid: python.auth.assert-auth
    assert request.user.is_admin
    return identifier


def refund(order):
    # ruleid: python.auth.assert-auth
    assert current_user.has_permission("refund"), "not allowed"
    order.refund()


def open_safe(user, password):
    # ruleid: python.auth.assert-auth
    assert check_password(user, password)
    return user.safe


def safe_delete(request, identifier):
    # ok: python.auth.assert-auth
    if not request.user.is_admin:
        abort(403)
    return identifier


def total(order):
    # ok: python.auth.assert-auth
    assert order.lines, "an order has at least one line"
    return sum(line.price for line in order.lines)


def test_admin(user):
    # ok: python.auth.assert-auth
    assert user.is_admin


def check_password(user, password):
    return user.check(password)
