import logging
import os

logger = logging.getLogger(__name__)


def login(email, password, request):
    # ruleid: data/log-sensitive
    logger.info(f"login {email} with {password}")
    # ruleid: data/log-sensitive
    logging.debug("password: %s", password)
    # ruleid: data/log-sensitive
    print(f"body {request.form['password']}")


def start(api_key):
    # ruleid: data/log-sensitive
    print("key", api_key)
    # ruleid: data/log-sensitive
    logger.debug(os.environ)


def login_quiet(email, password):
    # ok: data/log-sensitive
    logger.info("login of %s, password given: %s", email, bool(password))
    # ok: data/log-sensitive
    logger.warning("invalid password")
    # ok: data/log-sensitive
    print(f"length {len(password)}")


def usage(response):
    # ok: data/log-sensitive
    logger.info("tokens %s", response.usage.total_tokens)
