import fs from 'node:fs';
import https from 'node:https';
import axios from 'axios';

const agent = new https.Agent({ ca: fs.readFileSync('/etc/ssl/private-ca.pem') });

export async function stock(): Promise<unknown> {
  const { data } = await axios.get('https://stock.internal.example.com/items', { httpsAgent: agent, timeout: 5000 });
  return data;
}
