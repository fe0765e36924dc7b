export function page(state: unknown): string {
  // ruleid: web/state-json-in-script
  return `<html><script>window.__STATE__ = ${JSON.stringify(state)}</script></html>`;
}

export function preload(data: unknown): string {
  // ruleid: web/state-json-in-script
  return `<script id="data" type="application/json">${JSON.stringify(data)}</script>`;
}

export function boot(user: unknown): string {
  // ruleid: web/state-json-in-script
  const html = `<div id="app"></div><script>boot(${JSON.stringify(user)});</script>`;
  return html;
}

export function pageSafe(state: unknown): string {
  // ok: web/state-json-in-script
  return `<html><script>window.__STATE__ = ${JSON.stringify(state).replace(/</g, '\\u003c')}</script></html>`;
}

export function log(state: unknown): string {
  // ok: web/state-json-in-script
  return `state ${JSON.stringify(state)}`;
}

export function attribute(state: string): string {
  // ok: web/state-json-in-script
  return `<script src="/app.js"></script><p>${escapeHtml(JSON.stringify(state))}</p>`;
}
