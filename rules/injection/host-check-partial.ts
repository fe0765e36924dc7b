export function allowed(origin: string, url: string, domain: string) {
  const u = new URL(url);
  // ruleid: injection/host-check-partial
  if (u.hostname.endsWith('example.com')) return true;
  // ruleid: injection/host-check-partial
  if (origin.includes('example.com')) return true;
  // ruleid: injection/host-check-partial
  if (origin.startsWith('https://example.com')) return true;
  // ok: injection/host-check-partial
  if (u.hostname === domain || u.hostname.endsWith(`.${domain}`)) return true;
  // ok: injection/host-check-partial
  if (u.hostname.endsWith('.example.com')) return true;
  // ok: injection/host-check-partial
  if (['https://example.com'].includes(origin)) return true;
  // ok: injection/host-check-partial
  return u.pathname.endsWith('example.com');
}
