import logging

logger = logging.getLogger(__name__)

# ruleid: data/log-request-body
logger.info(request.json)

# ruleid: data/log-request-body
logger.debug('login %s', request.form)

# ruleid: data/log-request-body
logger.info('user %s', user.__dict__)

# ok: data/log-request-body
logger.info('order %s', order.id)

# ok: data/log-request-body
logger.info(request.method)

# ok: data/log-request-body
logger.debug('path %s', request.path)
