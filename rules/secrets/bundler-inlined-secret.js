module.exports = {
  env: {
    // ruleid: secrets/bundler-inlined-secret
    STRIPE: process.env.STRIPE_SECRET_KEY,
    // ok: secrets/bundler-inlined-secret
    STRIPE_PUBLISHABLE_KEY: process.env.STRIPE_PUBLISHABLE_KEY,
  },
  publicRuntimeConfig: {
    // ruleid: secrets/bundler-inlined-secret
    key: process.env.OPENAI_API_KEY,
  },
  serverRuntimeConfig: {
    // ok: secrets/bundler-inlined-secret
    key: process.env.OPENAI_API_KEY,
  },
};
export const vite = {
  define: {
    // ruleid: secrets/bundler-inlined-secret
    'process.env': process.env,
    // ok: secrets/bundler-inlined-secret
    __APP_VERSION__: JSON.stringify(process.env.npm_package_version),
  },
  // ruleid: secrets/bundler-inlined-secret
  envPrefix: '',
};
export const fine = {
  define: {
    // ok: secrets/bundler-inlined-secret
    'process.env.NODE_ENV': JSON.stringify(mode),
  },
  // ok: secrets/bundler-inlined-secret
  envPrefix: 'APP_PUBLIC_',
};
