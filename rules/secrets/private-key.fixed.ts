import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const path = process.env.SIGNING_KEY_FILE;
if (!path) throw new Error('SIGNING_KEY_FILE is not set');
const key = createPrivateKey(readFileSync(path));

export const signed = (text: string): string => sign(null, Buffer.from(text), key).toString('base64');
