import logging

logger = logging.getLogger(__name__)


def login(user, password):
    # ruleid: python.logging.secret-in-log
    logger.info("login of %s with %s", user, password)


def connect(config):
    # ruleid: python.logging.secret-in-log
    logging.debug(f"connecting with {config.api_key}")


def refresh(session):
    # ruleid: python.logging.secret-in-log
    logger.warning("could not refresh " + session.refresh_token)


def safe_login(user, password):
    # ok: python.logging.secret-in-log
    logger.info("login of %s", user)
    return user.check(password)


def reset(user):
    # ok: python.logging.secret-in-log
    logger.info("password of %s was reset", user.name)


def count(tokens):
    # ok: python.logging.secret-in-log
    logger.debug("read %d tokens", len(tokens))


def rotate(secret_name):
    # ok: python.logging.secret-in-log
    logger.info("rotated %s", secret_name)
