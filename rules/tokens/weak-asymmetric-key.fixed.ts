import { generateKeyPairSync } from 'node:crypto';

export const signing = generateKeyPairSync('ed25519');

export const encryption = generateKeyPairSync('rsa', { modulusLength: 3072 });
