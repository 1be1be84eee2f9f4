from django import forms
from flask import request

from shop.models import Order, User


def create():
    # ruleid: python.injection.mass-assignment
    return User(**request.json)


def change(user):
    for name, value in request.form.items():
        # ruleid: python.injection.mass-assignment
        setattr(user, name, value)


def store(request):
    # ruleid: python.injection.mass-assignment
    return Order.objects.create(owner=request.user, **request.data)


class UserForm(forms.ModelForm):
    class Meta:
        model = User
        # ruleid: python.injection.mass-assignment
        exclude = ["last_login"]


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        # ok: python.injection.mass-assignment
        fields = ["first_name", "last_name"]


class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        # ok: python.injection.mass-assignment
        fields = "__all__"


def create_some():
    # ok: python.injection.mass-assignment
    return User(name=request.json["name"])


def change_some(user):
    for name, value in request.form.items():
        if name in ("title", "text"):
            # ok: python.injection.mass-assignment
            setattr(user, name, value)


def shown(order):
    # ok: python.injection.mass-assignment
    return order.rows_of(**request.form)
