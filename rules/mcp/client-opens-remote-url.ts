import { exec } from 'node:child_process';
import { shell } from 'electron';
import open from 'open';

export async function authorize(server: string) {
  const metadata = await (await fetch(`${server}/.well-known/oauth-authorization-server`)).json();
  // ruleid: mcp/client-opens-remote-url
  await open(metadata.authorization_endpoint);
}

export class Provider {
  async redirectToAuthorization(authorizationUrl: URL) {
    // ruleid: mcp/client-opens-remote-url
    exec(`open "${authorizationUrl.toString()}"`);
  }
}

export async function device(response: any) {
  // ruleid: mcp/client-opens-remote-url
  await shell.openExternal(response.verification_uri_complete);
}

export async function authorizeChecked(server: string) {
  const metadata = await (await fetch(`${server}/.well-known/oauth-authorization-server`)).json();
  const url = new URL(metadata.authorization_endpoint);
  if (url.protocol !== 'https:') throw new Error('scheme');
  // ok: mcp/client-opens-remote-url
  await open(url.href);
}

export class CheckedProvider {
  async redirectToAuthorization(authorizationUrl: URL) {
    if (!['https:', 'http:'].includes(authorizationUrl.protocol)) throw new Error('scheme');
    // ok: mcp/client-opens-remote-url
    await open(authorizationUrl.toString());
  }
}

export async function docs() {
  // ok: mcp/client-opens-remote-url
  await shell.openExternal('https://example.com/docs');
}
