from django.views.decorators.csrf import csrf_exempt, csrf_protect
from flask import Flask

app = Flask(__name__)

# ruleid: python.auth.csrf-off
app.config["WTF_CSRF_ENABLED"] = False


@csrf_exempt
# ruleid: python.auth.csrf-off
def change_password(request):
    request.user.set_password(request.POST["password"])
    request.user.save()


def close_account(request):
    request.user.delete()


# ruleid: python.auth.csrf-off
close_view = csrf_exempt(close_account)


@csrf_protect
# ok: python.auth.csrf-off
def change_address(request):
    request.user.address = request.POST["address"]
    request.user.save()


# ok: python.auth.csrf-off
def show_address(request):
    return request.user.address


# ok: python.auth.csrf-off
app.config["WTF_CSRF_ENABLED"] = True
