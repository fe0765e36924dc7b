import { Hono } from 'hono';
import { parseRedirectApproval, renderApprovalDialog } from './approval';

const app = new Hono<{ Bindings: Env }>();

app.get('/authorize', async (c) => {
  const request = await c.env.OAUTH_PROVIDER.parseAuthRequest(c.req.raw);
  const client = await c.env.OAUTH_PROVIDER.lookupClient(request.clientId);
  return renderApprovalDialog(c.req.raw, { client, scopes: request.scope, redirectUri: request.redirectUri, state: { request } });
});

app.post('/authorize', async (c) => {
  const { state } = await parseRedirectApproval(c.req.raw, c.env.COOKIE_KEY);
  const { redirectTo } = await c.env.OAUTH_PROVIDER.completeAuthorization({
    request: state.request,
    userId: state.user,
    scope: state.request.scope,
    props: {},
  });
  return c.redirect(redirectTo);
});

export default app;
