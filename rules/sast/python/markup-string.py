from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def badge(user):
    # ruleid: python.injection.markup-string
    return mark_safe(f"<b class='badge'>{user.name}</b>")


def link(address, title):
    # ruleid: python.injection.markup-string
    return mark_safe('<a href="%s">%s</a>' % (address, title))


def comment(text):
    # ruleid: python.injection.markup-string
    return Markup("<p>" + text + "</p>")


def price(amount):
    # ruleid: python.injection.markup-string
    return Markup("<em>{}</em>".format(amount))


def safe_badge(user):
    # ok: python.injection.markup-string
    return format_html("<b class='badge'>{}</b>", user.name)


def line():
    # ok: python.injection.markup-string
    return mark_safe("<hr>")


def safe_comment(text):
    # ok: python.injection.markup-string
    return Markup("<p>{}</p>").format(text)


def escaped(text):
    # ok: python.injection.markup-string
    return mark_safe("<p>" + escape(text) + "</p>")
