# ruleid: python.auth.csrf-middleware
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]
# ruleid: python.auth.csrf-middleware
MIDDLEWARE_CLASSES = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
)
# ruleid: python.auth.csrf-middleware
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
# ok: python.auth.csrf-middleware
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
# ok: python.auth.csrf-middleware
MIDDLEWARE = ["shop.middleware.OwnCsrfMiddleware", "django.contrib.sessions.middleware.SessionMiddleware"]
# ok: python.auth.csrf-middleware
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
