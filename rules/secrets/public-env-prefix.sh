# ruleid: secrets/public-env-prefix
NEXT_PUBLIC_OPENAI_API_KEY=
# ruleid: secrets/public-env-prefix
export VITE_STRIPE_SECRET_KEY="$STRIPE_SECRET_KEY"
# ruleid: secrets/public-env-prefix
REACT_APP_CLIENT_SECRET=$CLIENT_SECRET npm run build
# ruleid: secrets/public-env-prefix
EXPO_PUBLIC_GROQ_API_KEY=$GROQ_API_KEY
# ruleid: secrets/public-env-prefix
NUXT_PUBLIC_WEBHOOK_SECRET=$WEBHOOK_SECRET
# ruleid: secrets/public-env-prefix
GATSBY_ADMIN_TOKEN=$ADMIN_TOKEN

# ok: secrets/public-env-prefix
NEXT_PUBLIC_SUPABASE_ANON_KEY=$SUPABASE_ANON_KEY
# ok: secrets/public-env-prefix
VITE_API_URL=https://api.shop.example
# ok: secrets/public-env-prefix
OPENAI_API_KEY=$OPENAI_API_KEY npm run build
# ok: secrets/public-env-prefix
export NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=$KEY
# ok: secrets/public-env-prefix
VITE_MAPBOX_TOKEN=$MAPBOX_TOKEN
# ok: secrets/public-env-prefix
INVITE_SECRET=$INVITE_SECRET
