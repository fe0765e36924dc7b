import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const hex = process.env.DATA_KEY;
if (!hex) throw new Error('DATA_KEY is not set');
const key = Buffer.from(hex, 'hex');

export function encrypt(text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function encryptShort(text: string): Buffer {
  return createCipheriv('aes-256-gcm', Buffer.from(process.env.DATA_KEY, 'hex'), randomBytes(12)).update(text, 'utf8');
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = (await promisify(scrypt)(password, salt, 64)) as Buffer;
  return `${salt.toString('hex')}:${hash.toString('hex')}`;
}
