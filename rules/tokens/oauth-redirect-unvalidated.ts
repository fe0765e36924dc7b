export function authorize(req: any, res: any) {
  const { client_id, redirect_uri } = req.query;
  const client = clients.get(client_id);
  // ruleid: tokens/oauth-redirect-unvalidated
  if (!redirect_uri.startsWith(client.baseUrl)) return res.status(400).end();
  res.redirect(consentUrl(client, redirect_uri));
}

export function authorizeSome(client: any, redirectUri: string) {
  // ruleid: tokens/oauth-redirect-unvalidated
  return client.redirectUris.some((allowed: string) => redirectUri.startsWith(allowed));
}

export function authorizeHost(redirectUri: string) {
  // ruleid: tokens/oauth-redirect-unvalidated
  return redirectUri.includes('example.com');
}

export function authorizeEnd(params: any) {
  // ruleid: tokens/oauth-redirect-unvalidated
  return params.redirect_uri.endsWith('.example.com/callback');
}

export function exact(client: any, redirect_uri: string) {
  // ok: tokens/oauth-redirect-unvalidated
  return client.redirect_uris.includes(redirect_uri);
}

export function equal(client: any, redirectUri: string) {
  // ok: tokens/oauth-redirect-unvalidated
  return redirectUri === client.redirectUri;
}

export function loopback(client: any, redirectUri: string) {
  // ok: tokens/oauth-redirect-unvalidated
  if (redirectUri.startsWith('http://127.0.0.1:')) return client.native;
  // ok: tokens/oauth-redirect-unvalidated
  return redirectUri.startsWith('https://') && client.redirectUris.includes(redirectUri);
}
