// ruleid: data/log-request-body
console.log(req.body);

// ruleid: data/log-request-body
logger.info('login', req.body);

// ruleid: data/log-request-body
console.log('headers', JSON.stringify(req.headers, null, 2));

// ok: data/log-request-body
console.log(req.body.orderId);

// ok: data/log-request-body
logger.info('login', { user: user.id });

// ok: data/log-request-body
console.log(req.method, req.path);
