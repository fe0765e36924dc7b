import OpenAI from 'openai';
import { createClient } from '@supabase/supabase-js';
// ruleid: secrets/public-env-prefix
import { PUBLIC_SUPABASE_URL, PUBLIC_STRIPE_SECRET_KEY } from '$env/static/public';

// ruleid: secrets/public-env-prefix
const openai = new OpenAI({ apiKey: process.env.NEXT_PUBLIC_OPENAI_API_KEY, dangerouslyAllowBrowser: true });
// ruleid: secrets/public-env-prefix
const admin = createClient(url, import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY);
// ruleid: secrets/public-env-prefix
const anthropic = { headers: { 'x-api-key': process.env.EXPO_PUBLIC_ANTHROPIC_API_KEY! } };
// ruleid: secrets/public-env-prefix
const secret = process.env['REACT_APP_JWT_SECRET'];
// ruleid: secrets/public-env-prefix
const database = drizzle(process.env?.NEXT_PUBLIC_DATABASE_URL ?? '');
// ruleid: secrets/public-env-prefix
const { VITE_API_URL, VITE_GEMINI_API_KEY } = import.meta.env;
const schema = z.object({
  // ruleid: secrets/public-env-prefix
  NEXT_PUBLIC_RESEND_API_KEY: z.string().min(1),
  // ok: secrets/public-env-prefix
  NEXT_PUBLIC_APP_URL: z.string().url(),
});
// ruleid: secrets/public-env-prefix
const astro = import.meta.env.PUBLIC_OPENAI_API_KEY;
// ruleid: secrets/public-env-prefix
if (password === import.meta.env.VITE_ADMIN_PASSWORD) setAdmin(true);

// ok: secrets/public-env-prefix
const anon = createClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!);
// ok: secrets/public-env-prefix
const firebase = { apiKey: import.meta.env.VITE_FIREBASE_API_KEY, databaseURL: import.meta.env.VITE_FIREBASE_DATABASE_URL };
// ok: secrets/public-env-prefix
const stripe = loadStripe(process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY!);
// ok: secrets/public-env-prefix
const posthog = { key: process.env.NEXT_PUBLIC_POSTHOG_KEY, dsn: process.env.NEXT_PUBLIC_SENTRY_DSN };
// ok: secrets/public-env-prefix
const maps = process.env.REACT_APP_GOOGLE_MAPS_API_KEY + process.env.NEXT_PUBLIC_RECAPTCHA_SITE_KEY + process.env.VITE_MAPBOX_TOKEN;
// ok: secrets/public-env-prefix
const clerk = import.meta.env.VITE_CLERK_PUBLISHABLE_KEY;
// ok: secrets/public-env-prefix
const server = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
// ok: secrets/public-env-prefix
const length = Number(process.env.NEXT_PUBLIC_PASSWORD_MIN_LENGTH), santa = process.env.NEXT_PUBLIC_SECRET_SANTA_URL;
// ok: secrets/public-env-prefix
const plain = process.env.PUBLIC_OPENAI_API_KEY;
// ok: secrets/public-env-prefix
// Never write process.env.NEXT_PUBLIC_OPENAI_API_KEY here: it ends up in the browser.
