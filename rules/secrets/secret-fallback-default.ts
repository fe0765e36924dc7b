import { ConfigService } from '@nestjs/config';
import { z } from 'zod';

// ruleid: secrets/secret-fallback-default
const JWT_SECRET = process.env.JWT_SECRET || 'dev-secret';
// ruleid: secrets/secret-fallback-default
export const sessionSecret = process.env.SESSION_SECRET ?? "keyboard cat";
// ruleid: secrets/secret-fallback-default
app.use(session({ secret: process.env['COOKIE_SECRET'] || 'change-me', resave: false }));
const FALLBACK = 'fallback-signing-value';
export function sign(payload: object) {
  // ruleid: secrets/secret-fallback-default
  return jwt.sign(payload, process.env.AUTH_SECRET || FALLBACK, { expiresIn: '1h' });
}
// ruleid: secrets/secret-fallback-default
const { PORT = '3000', REFRESH_TOKEN_SECRET = 'refresh' } = process.env;
// ruleid: secrets/secret-fallback-default
const env = z.object({ PORT: z.coerce.number().default(3000), JWT_SECRET: z.string().min(8).default('super-secret-key') });
class Keys {
  constructor(private readonly configService: ConfigService) {}
  secret() {
    // ruleid: secrets/secret-fallback-default
    return this.configService.get<string>('JWT_SECRET') || 'secretKey';
  }
  key() {
    // ruleid: secrets/secret-fallback-default
    return this.configService.get('auth.encryption_key', 'not-so-secret');
  }
}
// ruleid: secrets/secret-fallback-default
const webhook = Deno.env.get('GITHUB_WEBHOOK_SECRET') ?? 'development';
// ruleid: secrets/secret-fallback-default
const encryption = process.env.ENCRYPTION_KEY ? process.env.ENCRYPTION_KEY : '0000';
// ruleid: secrets/secret-fallback-default
const admin = { user: 'admin', password: process.env.ADMIN_PASSWORD || 'admin123' };
// ruleid: secrets/secret-fallback-default
const key = new TextEncoder().encode(process.env.JWT_SECRET_KEY || 'your-secret-key');

// ok: secrets/secret-fallback-default
const empty = process.env.JWT_SECRET || '';
// ok: secrets/secret-fallback-default
const required = process.env.JWT_SECRET ?? fail('JWT_SECRET is not set');
// ok: secrets/secret-fallback-default
const drawn = process.env.SESSION_SECRET || crypto.randomBytes(32).toString('hex');
// ok: secrets/secret-fallback-default
const port = process.env.PORT || '3000', host = process.env.HOST ?? 'localhost', level = process.env.LOG_LEVEL || 'info';
// ok: secrets/secret-fallback-default
const expiry = process.env.JWT_EXPIRES_IN || '7d', name = process.env.SESSION_NAME || 'sid', issuer = process.env.TOKEN_ISSUER || 'shop';
// ok: secrets/secret-fallback-default
const publishable = process.env.NEXT_PUBLIC_STRIPE_KEY || 'pk_test';
// ok: secrets/secret-fallback-default
const placeholder = new OpenAI({ apiKey: process.env.OPENAI_API_KEY || 'missing' });
// ok: secrets/secret-fallback-default
const minio = process.env.S3_SECRET_KEY || 'minioadmin';
// ok: secrets/secret-fallback-default
const strict = z.object({ JWT_SECRET: z.string().min(32), LOG_LEVEL: z.string().default('info') });
function start() {
  if (process.env.NODE_ENV === 'production' && !process.env.SIGNING_SECRET) {
    throw new Error('SIGNING_SECRET is not set');
  }
  // ok: secrets/secret-fallback-default
  return process.env.SIGNING_SECRET || 'only-on-the-developers-machine';
}
if (process.env.NODE_ENV === 'test') {
  // ok: secrets/secret-fallback-default
  process.env.JWT_SECRET ??= 'test';
}
// ok: secrets/secret-fallback-default
const file = process.env.JWT_SECRET_FILE || '/run/secrets/jwt';
