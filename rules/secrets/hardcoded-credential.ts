// Random values stand as {{token:<format>}}: the tests put invented ones in their place.

// ruleid: hardcoded-credential
const apiKey = '{{token:cohere}}';
// ruleid: hardcoded-credential
const config = { clientSecret: '{{token:cohere:2}}' };
// ruleid: hardcoded-credential
process.env.JWT_SECRET = '{{token:datadog:3}}';
// ruleid: hardcoded-credential
const pool = new Pool({ host: 'db.shop.example', user: 'shop', password: 'Winter&Rain-77' });
// ruleid: hardcoded-credential
request.headers['x-access-token'] = `{{token:cohere:4}}`;
class Mailer {
  // ruleid: hardcoded-credential
  private readonly authToken: string = '{{token:cohere:5}}';
}

// ok: hardcoded-credential
const fromEnvironment = { apiKey: process.env.API_KEY, password: requireEnv('DB_PASSWORD') };
// ok: hardcoded-credential
const messages = { password: 'Password must be at least 12 characters' };
// ok: hardcoded-credential
const field = { password: 'passwordField', token: 'csrf-token-input' };
// ok: hardcoded-credential
const schema = { password: z.string().min(12) };
// ok: hardcoded-credential
const stored = { passwordHash: '$argon2id$v=19$m=65536,t=3,p=4' };
// ok: hardcoded-credential
const names = { secretName: 'web-tls-2024', accessKeyId: 'key-0042', tokenUrl: 'https://id.shop.example/oauth/token' };
// ok: hardcoded-credential
if (password === 'Winter&Rain-77') console.warn('change it');
// ok: hardcoded-credential
const placeholders = { apiKey: 'your-api-key-here', secret: '<secret from the console>', token: 'xxxxxxxxxxxxxxxxxxxxxxxx' };
// ok: hardcoded-credential
const publishable = { apiKey: '{{token:google-api-key}}' };
