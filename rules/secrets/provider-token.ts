// Tokens stand as {{token:<format>}}: the tests put invented ones in their place, so that none is in the repository.

// ruleid: secrets/provider-token
const github = '{{token:github-classic}}';
// ruleid: secrets/provider-token
const fineGrained = "{{token:github-fine-grained-pat}}";
// ruleid: secrets/provider-token
const gitlab = `{{token:gitlab-pat}}`;
// ruleid: secrets/provider-token
const npmrc = '//registry.npmjs.example/:_authToken={{token:npm-token}}';
// ruleid: secrets/provider-token
const pypi = { username: '__token__', password: '{{token:pypi-token}}' };
// ruleid: secrets/provider-token
const stripe = new Stripe('{{token:stripe-live}}');
// ruleid: secrets/provider-token
const sandbox = new Stripe('{{token:stripe-test}}');
// ruleid: secrets/provider-token
const openai = new OpenAI({ apiKey: '{{token:openai}}' });
// ruleid: secrets/provider-token
const anthropic = new Anthropic({ apiKey: '{{token:anthropic}}' });
// ruleid: secrets/provider-token
const gemini = new GoogleGenAI({ apiKey: '{{token:google-gemini-key}}' });
// ruleid: secrets/provider-token
const slack = new WebClient('{{token:slack-bot}}');
// ruleid: secrets/provider-token
await fetch('https://{{token:slack-webhook}}', { method: 'POST' });
// ruleid: secrets/provider-token
sendgrid.setApiKey('{{token:sendgrid}}');
// ruleid: secrets/provider-token
const twilio = twilioClient(accountSid, { authToken: '{{token:twilio-auth-token}}' });
// ruleid: secrets/provider-token
await fetch(url, { headers: { Authorization: 'Bearer {{token:huggingface}}' } });
// ruleid: secrets/provider-token
process.env.DD_API_KEY = '{{token:datadog}}';
// ruleid: secrets/provider-token
const linear = '{{token:linear}}', other = 1;
// ruleid: secrets/provider-token
bot.login('{{token:discord-bot}}');
// ruleid: secrets/provider-token
const telegram = `https://api.telegram.org/bot{{token:telegram-bot}}/sendMessage`;
// ruleid: secrets/provider-token
const supabase = createClient(url, '{{token:supabase-legacy-service-role}}');
// ruleid: secrets/provider-token
const aws = { accessKeyId: '{{token:aws-access-key-id}}',
  // ruleid: secrets/provider-token
  secretAccessKey: '{{token:aws-secret-access-key}}' };
// ruleid: secrets/provider-token
const storage = 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={{token:azure-storage-key}}';

// ok: secrets/provider-token
const fromEnvironment = process.env.GITHUB_TOKEN;
// ok: secrets/provider-token
const template = `${process.env.STRIPE_SECRET_KEY}`;
// ok: secrets/provider-token
const workflow = 'token: ${{ secrets.GITHUB_TOKEN }}';
// ok: secrets/provider-token
const describesTheFormat = /ghp_[A-Za-z0-9]{36}/;
// ok: secrets/provider-token
const prefix = 'sk-ant-';
// ok: secrets/provider-token
const wrongChecksum = 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
// ok: secrets/provider-token
const shown = 'sk-proj-…';
// ok: secrets/provider-token
const documentation = 'AKIAIOSFODNN7EXAMPLE';
// ok: secrets/provider-token
const publishable = loadStripe('{{token:stripe-publishable}}');
// ok: secrets/provider-token
const mapsInTheBrowser = '{{token:google-api-key}}';
// ok: secrets/provider-token
const commit = '2f8c1a0d9be4573c6e1f0a7b8d92c345e6f70a1b';
// ok: secrets/provider-token
const placeholder = 'sk_live_YOUR_STRIPE_SECRET_KEY_GOES_HERE';
