import pino from 'pino';

const logger = pino();

export function login(email: string, password: string, req: any) {
  // ruleid: data/log-sensitive
  console.log(`login ${email} with ${password}`);
  // ruleid: data/log-sensitive
  logger.info({ email, authorization: req.headers.authorization }, 'login');
  // ruleid: data/log-sensitive
  logger.debug('body', req.body.password);
}

export function start(accessToken: string) {
  // ruleid: data/log-sensitive
  console.log('token: ' + accessToken);
  // ruleid: data/log-sensitive
  console.log(process.env);
}

export function loginQuiet(email: string, password: string) {
  // ok: data/log-sensitive
  logger.info({ email, hasPassword: Boolean(password) }, 'login');
  // ok: data/log-sensitive
  console.log('invalid password');
  // ok: data/log-sensitive
  console.log(`length ${password.length}`);
}

export function usage(response: any) {
  // ok: data/log-sensitive
  logger.info({ tokens: response.usage.total_tokens }, 'done');
}
