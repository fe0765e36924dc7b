import crypto, { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

export function makeSigningKeys() {
  // ruleid: tokens/weak-asymmetric-key
  return crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
}

export function makeOldKeys() {
  // ruleid: tokens/weak-asymmetric-key
  return forge.pki.rsa.generateKeyPair(1024);
}

const BITS = 512;
// ruleid: tokens/weak-asymmetric-key
export const licenceKeys = generateKeyPairSync('rsa', { modulusLength: BITS, publicExponent: 0x10001 });

// ruleid: tokens/weak-asymmetric-key
export const dsaKeys = crypto.generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 });

// ruleid: tokens/weak-asymmetric-key
export const curve = crypto.createECDH('secp192k1');

// ok: tokens/weak-asymmetric-key
export const rsaKeys = crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });
// ok: tokens/weak-asymmetric-key
export const edKeys = generateKeyPairSync('ed25519');
// ok: tokens/weak-asymmetric-key
export const chain = crypto.createECDH('secp256k1');
// ok: tokens/weak-asymmetric-key
export const ecKeys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
