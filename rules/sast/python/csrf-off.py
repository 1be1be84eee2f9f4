from django.utils.decorators import method_decorator
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


class Settings:
    # ruleid: python.auth.csrf-off
    WTF_CSRF_ENABLED = False


@method_decorator(csrf_exempt, name="dispatch")
# ruleid: python.auth.csrf-off
class CloseView(View):
    def post(self, request):
        request.user.delete()


@csrf.exempt
# ruleid: python.auth.csrf-off
def reopen(user):
    user.reopen()


@limits.exempt
# ok: python.auth.csrf-off
def count(user):
    return user.count


@method_decorator(csrf_protect, name="dispatch")
# ok: python.auth.csrf-off
class ChangeView(View):
    def post(self, request):
        request.user.rename(request.POST["name"])
