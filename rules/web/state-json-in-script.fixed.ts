import serialize from 'serialize-javascript';

export function page(state: unknown): string {
  return `<html><script>window.__STATE__ = ${JSON.stringify(state).replace(/</g, '\\u003c')}</script></html>`;
}

export function boot(user: unknown): string {
  return `<div id="app"></div><script>boot(${serialize(user)});</script>`;
}
