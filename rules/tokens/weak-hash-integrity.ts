import crypto from 'node:crypto';

// ruleid: tokens/weak-hash-integrity
export const signature = crypto.createHash('md5').update(body).digest('hex');

// ruleid: tokens/weak-hash-integrity
export const bodySignature = crypto.createHash('sha1').update(body).digest('hex');

// ruleid: tokens/weak-hash-integrity
export const mac = crypto.createHash('sha256').update(secret + body).digest('hex');

// ok: tokens/weak-hash-integrity
export const hmacSignature = crypto.createHmac('sha256', secret).update(body).digest('hex');

// ok: tokens/weak-hash-integrity
export const etag = crypto.createHash('md5').update(body).digest('hex');

// ok: tokens/weak-hash-integrity
export const key = crypto.createHash('sha1').update(url).digest('hex');
