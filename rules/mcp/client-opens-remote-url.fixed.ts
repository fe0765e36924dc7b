import { shell } from 'electron';
import open from 'open';

export async function authorize(metadata: { authorization_endpoint: string }) {
  const value = metadata.authorization_endpoint;
  const url = new URL(value);
  if (url.protocol !== 'https:') throw new Error('scheme');
  await open(url.href);
}

export class Provider {
  async redirectToAuthorization(authorizationUrl: URL) {
    if (authorizationUrl.protocol !== 'https:') throw new Error('scheme');
    await shell.openExternal(authorizationUrl.href);
  }
}
