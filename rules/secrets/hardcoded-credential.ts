// Random values stand as {{token:<format>}}: the tests put invented ones in their place.

// ruleid: secrets/hardcoded-credential
const apiKey = '{{token:cohere}}';
// ruleid: secrets/hardcoded-credential
const config = { clientSecret: '{{token:cohere:2}}' };
// ruleid: secrets/hardcoded-credential
process.env.JWT_SECRET = '{{token:datadog:3}}';
// ruleid: secrets/hardcoded-credential
const pool = new Pool({ host: 'db.shop.example', user: 'shop', password: 'Winter&Rain-77' });
// ruleid: secrets/hardcoded-credential
request.headers['x-access-token'] = `{{token:cohere:4}}`;
class Mailer {
  // ruleid: secrets/hardcoded-credential
  private readonly authToken: string = '{{token:cohere:5}}';
}

// ok: secrets/hardcoded-credential
const fromEnvironment = { apiKey: process.env.API_KEY, password: requireEnv('DB_PASSWORD') };
// ok: secrets/hardcoded-credential
const messages = { password: 'Password must be at least 12 characters' };
// ok: secrets/hardcoded-credential
const field = { password: 'passwordField', token: 'csrf-token-input' };
// ok: secrets/hardcoded-credential
const schema = { password: z.string().min(12) };
// ok: secrets/hardcoded-credential
const stored = { passwordHash: '$argon2id$v=19$m=65536,t=3,p=4' };
// ok: secrets/hardcoded-credential
const names = { secretName: 'web-tls-2024', accessKeyId: 'key-0042', tokenUrl: 'https://id.shop.example/oauth/token' };
// ok: secrets/hardcoded-credential
if (password === 'Winter&Rain-77') console.warn('change it');
// ok: secrets/hardcoded-credential
const placeholders = { apiKey: 'your-api-key-here', secret: '<secret from the console>', token: 'xxxxxxxxxxxxxxxxxxxxxxxx' };
// ok: secrets/hardcoded-credential
const publishable = { apiKey: '{{token:google-api-key}}' };
// ok: secrets/hardcoded-credential
const limits = { change_password: '5/m/user', set_password: '10/h/ip' };
// ok: secrets/hardcoded-credential
const assembly = { publicKeyToken: '6595b64144ccf1df' };
