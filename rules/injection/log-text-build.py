import logging

logger = logging.getLogger(__name__)


def refused(username, ip):
    # ruleid: injection/log-text-build
    logging.warning(f"login failed for {username} from {ip}")
    # ruleid: injection/log-text-build
    logger.info("search for %s" % username)
    # ruleid: injection/log-text-build
    logger.info("by " + username)
    # ok: injection/log-text-build
    logging.warning("login failed for %r", username)
    # ok: injection/log-text-build
    logging.warning(f"login failed for {username!r}")


def clean(username):
    username = username.replace("\n", " ").replace("\r", " ")
    # ok: injection/log-text-build
    logging.warning(f"login failed for {username}")


def other(count):
    # ok: injection/log-text-build
    logging.warning(f"failed {count} times")
