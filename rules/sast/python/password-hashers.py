# ruleid: python.auth.password-hashers
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ruleid: python.auth.password-hashers
PASSWORD_HASHERS = (
    "django.contrib.auth.hashers.UnsaltedMD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
)
# ruleid: python.auth.password-hashers
PASSWORD_HASHERS = ["django.contrib.auth.hashers.SHA1PasswordHasher", *OLDER]
# ok: python.auth.password-hashers
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ok: python.auth.password-hashers
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher",
]
# ok: python.auth.password-hashers
OLD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
