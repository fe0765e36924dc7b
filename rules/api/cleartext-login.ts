import * as ftp from 'basic-ftp';

export async function upload(password: string) {
  const client = new ftp.Client();
  // ruleid: api/cleartext-login
  await client.access({ host: 'files', user: 'app', password });
  // ok: api/cleartext-login
  await client.access({ host: 'files', user: 'app', password, secure: true });
}
