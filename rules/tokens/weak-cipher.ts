import crypto, { createCipheriv, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';

const ALGORITHM = 'aes-256-ecb';

export function encryptCard(number: string, key: Buffer): string {
  // ruleid: tokens/weak-cipher
  const cipher = crypto.createCipheriv(ALGORITHM, key, null);
  return cipher.update(number, 'utf8', 'hex') + cipher.final('hex');
}

export function encryptNote(text: string, key: Buffer, iv: Buffer): string {
  // ruleid: tokens/weak-cipher
  const cipher = createCipheriv('des-ede3-cbc', key, iv);
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
}

export function encryptLegacy(text: string, passphrase: string): string {
  // ruleid: tokens/weak-cipher
  const cipher = crypto.createCipher('aes-192-cbc', passphrase);
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

export class Vault {
  constructor(private readonly key: string) {}

  seal(value: string): string {
    // ruleid: tokens/weak-cipher
    return CryptoJS.DES.encrypt(value, this.key).toString();
  }

  sealBlock(value: string): string {
    // ruleid: tokens/weak-cipher
    return CryptoJS.AES.encrypt(value, CryptoJS.enc.Hex.parse(this.key), { mode: CryptoJS.mode.ECB }).toString();
  }

  stream(value: string): string {
    // ruleid: tokens/weak-cipher
    return CryptoJS.RC4.encrypt(value, this.key).toString();
  }
}

export function encryptGcm(text: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  // ok: tokens/weak-cipher
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function encryptChaCha(text: string, key: Buffer): Buffer {
  // ok: tokens/weak-cipher
  const cipher = crypto.createCipheriv('chacha20-poly1305', key, randomBytes(12), { authTagLength: 16 });
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function readOldRecord(data: Buffer, key: Buffer, iv: Buffer): Buffer {
  // ok: tokens/weak-cipher
  const decipher = crypto.createDecipheriv('des-ede3-cbc', key, iv);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

export const cipherLabel = {
  // ok: tokens/weak-cipher
  des: 'DES (old)',
  aes: 'AES-256-GCM',
};
