import https from 'node:https';
import tls from 'node:tls';

export function startLegacyServer(key: Buffer, cert: Buffer, app: any) {
  // ruleid: tokens/tls-old-version
  return https.createServer({ key, cert, minVersion: 'TLSv1' }, app).listen(443);
}

export const agent = new https.Agent({
  keepAlive: true,
  // ruleid: tokens/tls-old-version
  ...agentOptions({ secureProtocol: 'TLSv1_method' }),
});

// ruleid: tokens/tls-old-version
tls.DEFAULT_MIN_VERSION = 'TLSv1.1';

// ruleid: tokens/tls-old-version
export const weakCiphers = tls.createServer({ ciphers: 'AES128-SHA:RC4:LOW' });

// ok: tokens/tls-old-version
export const server = tls.createServer({ minVersion: 'TLSv1.2' });
// ok: tokens/tls-old-version
export const strong = tls.createServer({ minVersion: 'TLSv1.3', ciphers: 'TLS_AES_256_GCM_SHA384:!aNULL:!eNULL:!RC4' });
// ok: tokens/tls-old-version
export const label = { version: 'TLSv1', supported: false };
