import pino from 'pino';

const logger = pino({ redact: ['req.headers.authorization', 'password'] });

export function login(email: string, password: string, token: string | undefined) {
  logger.info({ hasToken: Boolean(token), hasPassword: Boolean(password) }, 'login');
}

export function start(port: number) {
  console.log(`listening on ${port}, environment ${process.env.NODE_ENV}`);
}
