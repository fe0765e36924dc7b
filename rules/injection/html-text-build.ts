export function greeting(name: string) {
  // ruleid: injection/html-text-build
  return `<html><body><h1>Hello ${name}</h1></body></html>`;
}

export function comment(text: string) {
  // ruleid: injection/html-text-build
  return '<p>' + text + '</p>';
}

export function escaped(name: string) {
  // ok: injection/html-text-build
  return `<h1>Hello ${escapeHtml(name)}</h1>`;
}

export function plain(name: string) {
  // ok: injection/html-text-build
  return `Hello ${name}`;
}
