import ssl
import urllib.request

import httpx
import requests


def charge(order):
    # ruleid: python.crypto.tls-verify-off
    return requests.post("https://pay.example.com/charge", json=order, verify=False, timeout=10)


def stock():
    session = requests.Session()
    # ruleid: python.crypto.tls-verify-off
    session.verify = False
    return session.get("https://stock.example.com/v1")


def fetch(address):
    # ruleid: python.crypto.tls-verify-off
    context = ssl._create_unverified_context()
    return urllib.request.urlopen(address, context=context)


def client():
    # ruleid: python.crypto.tls-verify-off
    return httpx.AsyncClient(verify=False)


def relaxed():
    context = ssl.create_default_context()
    context.check_hostname = False
    # ruleid: python.crypto.tls-verify-off
    context.verify_mode = ssl.CERT_NONE
    return context


def safe_charge(order):
    # ok: python.crypto.tls-verify-off
    return requests.post("https://pay.example.com/charge", json=order, timeout=10)


def private_authority():
    # ok: python.crypto.tls-verify-off
    return requests.get("https://stock.example.com/v1", verify="/etc/shop/ca.pem", timeout=10)


def strict():
    context = ssl.create_default_context(cafile="/etc/shop/ca.pem")
    # ok: python.crypto.tls-verify-off
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def chosen(insecure):
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False
        # ok: python.crypto.tls-verify-off
        context.verify_mode = ssl.CERT_NONE
    return context


def check(token, decode):
    # ok: python.crypto.tls-verify-off
    return decode(token, verify=False)
