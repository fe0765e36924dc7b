module.exports = {
  env: {
    APP_VERSION: process.env.npm_package_version,
    STRIPE_PUBLISHABLE_KEY: process.env.STRIPE_PUBLISHABLE_KEY,
  },
  publicRuntimeConfig: { apiUrl: process.env.API_URL },
  serverRuntimeConfig: { openaiKey: process.env.OPENAI_API_KEY },
};
