import crypto, { createCipheriv, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';

const IV = Buffer.from('0123456789abcdef');
const FIELD_KEY = 'a-secret-of-32-bytes-in-the-code';

export function encryptEmail(email: string, key: Buffer): string {
  // ruleid: tokens/static-iv-key
  const cipher = crypto.createCipheriv('aes-256-cbc', key, IV);
  return cipher.update(email, 'utf8', 'hex') + cipher.final('hex');
}

export function encryptPhone(phone: string, key: Buffer): string {
  // ruleid: tokens/static-iv-key
  const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0));
  return cipher.update(phone, 'utf8', 'hex') + cipher.final('hex');
}

export function encryptAddress(address: string): string {
  const iv = randomBytes(16);
  // ruleid: tokens/static-iv-key
  const cipher = crypto.createCipheriv('aes-256-cbc', FIELD_KEY, iv);
  return iv.toString('hex') + cipher.update(address, 'utf8', 'hex') + cipher.final('hex');
}

export function encryptNote(text: string): string {
  // ruleid: tokens/static-iv-key
  return CryptoJS.AES.encrypt(text, 'my-secret-passphrase').toString();
}

export function hashPassword(password: string): string {
  // ruleid: tokens/static-iv-key
  return crypto.scryptSync(password, 'pepper-and-salt', 64).toString('hex');
}

export async function sealForBrowser(data: Uint8Array, key: CryptoKey): Promise<ArrayBuffer> {
  const iv = new Uint8Array(12);
  // ruleid: tokens/static-iv-key
  return crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data);
}

export function encrypt(text: string): string {
  const key = Buffer.from(process.env.DATA_KEY!, 'hex');
  const iv = randomBytes(12);
  // ok: tokens/static-iv-key
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

export async function seal(data: Uint8Array, key: CryptoKey): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  // ok: tokens/static-iv-key
  return crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data);
}

export function fill(text: string, key: Buffer): Buffer {
  const iv = Buffer.alloc(16);
  crypto.randomFillSync(iv);
  // ok: tokens/static-iv-key
  return createCipheriv('aes-256-ctr', key, iv).update(text);
}

export function hash(password: string): string {
  const salt = randomBytes(16);
  // ok: tokens/static-iv-key
  return salt.toString('hex') + crypto.scryptSync(password, salt, 64).toString('hex');
}

// ok: tokens/static-iv-key
const derived = crypto.scryptSync(process.env.ENCRYPTION_KEY!, 'field-encryption-v1', 32);

export function decrypt(data: Buffer): Buffer {
  // ok: tokens/static-iv-key
  const decipher = crypto.createDecipheriv('aes-256-gcm', derived, data.subarray(0, 12));
  decipher.setAuthTag(data.subarray(12, 28));
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]);
}
