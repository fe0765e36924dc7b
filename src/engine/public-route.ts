/** Routes that anyone may call by their nature: signing in, health, static files, forms of the public, signed callbacks. */

const words = new Set(
  // Signing in and out, and getting back in.
  (
    'login signin sign-in sign_in logout signout sign-out register signup sign-up sign_up join token tokens refresh refresh-token refresh_token ' +
    'forgot forgot-password forgot_password reset reset-password reset_password password-reset verify verify-email verify_email confirm ' +
    'confirmation resend callback oauth oauth2 authorize sso saml acs magic-link magic_link otp passkey passkeys webauthn 2fa mfa csrf ' +
    'csrf-token auth authenticate authentication session sessions revoke introspect jwks ' +
    // Operations.
    'health healthz healthcheck health-check livez readyz ready readiness live liveness ping status version metrics favicon.ico robots.txt ' +
    'manifest.json .well-known openapi.json docs redoc swagger static assets public csp-report ' +
    // Senders that sign what they send.
    'webhook webhooks hook hooks inngest trigger qstash cron slack discord stripe ' +
    // Forms and counters.
    'contact contact-us newsletter subscribe unsubscribe waitlist feedback lead leads enquiry inquiry rsvp track tracking analytics telemetry beacon ' +
    'search echo graphql'
  ).split(' '),
);

const names =
  /^(?:handle_?)?(?:log_?in|log_?out|sign_?in|sign_?up|sign_?out|register(?:_?user)?|create_?token|issue_?token|refresh(?:_?token)?|forgot_?password|reset_?password|verify_?email|health\w*|webhook\w*|\w*_webhook|\w+Webhook)$/i;

/** `path` with its prefixes; `name` is the handler's. */
export function isPublicPath(path: string, name: string): boolean {
  if (names.test(name)) return true;
  return path
    .toLowerCase()
    .split('/')
    .some((segment) => words.has(segment) || /-?webhooks?$/.test(segment));
}
