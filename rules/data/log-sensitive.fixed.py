import logging

logger = logging.getLogger(__name__)


def login(user_id, password):
    logger.info("login of %s, password given: %s", user_id, bool(password))


def start(api_key, port):
    logger.info("listening on %d, key given: %s", port, api_key is not None)
