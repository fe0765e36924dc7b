export function refused(username: string) {
  // ruleid: injection/log-text-build
  logger.warn(`login failed for ${username}`);
  // ok: injection/log-text-build
  logger.warn(`login failed for ${JSON.stringify(username)}`);
  // ok: injection/log-text-build
  logger.warn('login failed');
}
