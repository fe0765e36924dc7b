import { randomBytes } from 'node:crypto';

export const resetToken = () => randomBytes(32).toString('base64url');
