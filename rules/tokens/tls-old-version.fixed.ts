import https from 'node:https';
import tls from 'node:tls';

export const agent = new https.Agent({ minVersion: 'TLSv1.2' });

export function connect(): tls.TLSSocket {
  return tls.connect({ host: 'db.example.com', port: 5432, minVersion: 'TLSv1.3' });
}
