import { Hono } from 'hono';

const app = new Hono<any>();
const other = new Hono<any>();
const third = new Hono<any>();

app.get('/authorize', async (c) => {
  const request = await c.env.OAUTH_PROVIDER.parseAuthRequest(c.req.raw);
  // ruleid: mcp/oauth-proxy-no-consent
  const { redirectTo } = await c.env.OAUTH_PROVIDER.completeAuthorization({ request, userId: 'me', scope: request.scope, props: {} });
  return c.redirect(redirectTo);
});

other.get('/authorize', async (c) => {
  const provider = c.env.OAUTH_PROVIDER;
  const request = await provider.parseAuthRequest(c.req.raw);
  // ruleid: mcp/oauth-proxy-no-consent
  return c.redirect((await provider.completeAuthorization({ request, userId: 'me', scope: request.scope })).redirectTo);
});

third.get('/authorize', async (c) => {
  const user = await currentUser(c);
  // ruleid: mcp/oauth-proxy-no-consent
  const done = await c.env.OAUTH_PROVIDER.completeAuthorization({ request: c.get('request'), userId: user.id });
  return c.redirect(done.redirectTo);
});

app.get('/consent', async (c) => {
  const request = await c.env.OAUTH_PROVIDER.parseAuthRequest(c.req.raw);
  // ok: mcp/oauth-proxy-no-consent
  return renderApprovalDialog(c.req.raw, { client: await c.env.OAUTH_PROVIDER.lookupClient(request.clientId), state: { request } });
});

app.post('/authorize', async (c) => {
  const { state } = await parseRedirectApproval(c.req.raw, c.env.COOKIE_KEY);
  // ok: mcp/oauth-proxy-no-consent
  const { redirectTo } = await c.env.OAUTH_PROVIDER.completeAuthorization({ request: state.request, userId: state.user, scope: [] });
  return c.redirect(redirectTo);
});

app.get('/callback', async (c) => {
  // ok: mcp/oauth-proxy-no-consent
  const { redirectTo } = await c.env.OAUTH_PROVIDER.completeAuthorization(await stored(c));
  return c.redirect(redirectTo);
});
