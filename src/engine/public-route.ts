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
    'search echo graphql trpc'
  ).split(' '),
);

/** Whom a handler's name says it is for. */
const names =
  /(?:^|_)(?:log_?(?:in|out)|sign_?(?:in|up|out))(?:$|_|[A-Z])|(?:^|[a-z])(?:Log(?:[iI]n|[oO]ut)|Sign(?:[iI]n|[uU]p|[oO]ut))(?:$|_|[A-Z])|^(?:handle_?)?regist(?:er|ration)(?:_?(?:user|account|customer|member|api|view|viewset|page|form|async|action|handler))*$|(?:create|issue|obtain|refresh|verify)_?token|token_?(?:obtain|refresh|verify|create)|(?:forgot|forgotten|reset|recover)_?password|password_?(?:reset|forgot|recover)|(?:verify|confirm)_?email|email_?(?:verif|confirm)|^activate(?:_?(?:account|user))?$|^(?:handle_?)?health\w*|webhook/i;

/** Words that say so wherever they stand; the others only before the path names one thing. */
const anywhere = /^(?:webhooks?|hooks?|inngest|trigger|qstash|stripe|\.well-known|static|assets|callback)$/;
const parameter = /^[:{<[*(]/;

/** `path` with its prefixes; `name` is the handler's. */
export function isPublicPath(path: string, name: string): boolean {
  if (names.test(name)) return true;
  let within = false;
  for (const segment of path.toLowerCase().split('/')) {
    if (words.has(segment) ? !within || anywhere.test(segment) : /-?webhooks?$/.test(segment)) return true;
    within ||= parameter.test(segment);
  }
  return false;
}

const doing = '^(?:handle|do|on|submit|perform|process|send|create|api|user)?_?';
const publicNames = new RegExp(
  [
    `${doing}(?:log|sign)_?(?:in|out|up|off|on)(?:$|_?(?:with|via|using|action|user|form|handler|by)|_?(?:to|from)_)`,
    `${doing}(?:register|authenticate)(?:$|_?(?:user|account|customer|action|form|with|handler))`,
    '(?:forgot|reset|recover)\\w*password|password_?reset|magic_?link|(?:send|verify|request|resend|check|validate)_?(?:otp|code|verification)',
    '(?:verify|confirm|resend)_?(?:email|account|registration|verification)|oauth|refresh_?(?:access_?)?tokens?$|csrf|captcha',
    `${doing}(?:contact|feedback|newsletter|waitlist|rsvp|lead)(?:$|_?(?:form|message|us|action|request|email|signup|submission))`,
    '(?:un)?subscribe(?:$|_?to_?)|(?:join|add_?to)_?(?:the_?)?waitlist|_?webhooks?$|^health|^ping$|^(?:accept|decline)_?invit',
    '(?:set|change|switch|update|toggle|store)_?(?:user_?)?(?:locale|language|theme|cookie_?consent|currency)|^track_?|analytics|telemetry',
  ].join('|'),
  'i',
);

/** A function, field or tool that has no path: whether anyone may call it, by its name. */
export const isPublicName = (name: string): boolean => name !== '' && publicNames.test(name);

const opensSession =
  /\b(?:create|start|open|issue|new)_?(?:user_?)?(?:session|(?:access_?|auth_?|jwt_?)?token)\w*\s*\(|\b(?:sign_?in|log_?in|authenticate)\w*\s*\(|\bjwt\.(?:sign|encode)\s*\(/i;
const changes = /(?:new|old|current|change|update)_?password/i;

/** A handler that takes a password and opens a session for it, whatever its path is. */
export const isSigningIn = (handler: string): boolean =>
  handler.length < 4000 && /\bpassword\b/i.test(handler) && opensSession.test(handler) && !changes.test(handler);
