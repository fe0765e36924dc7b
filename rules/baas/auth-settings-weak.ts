// ruleid: baas/auth-settings-weak
export const auth = betterAuth({ trustedOrigins: ['*'] });
// ruleid: baas/auth-settings-weak
const advanced = { disableCSRFCheck: true };
// ruleid: baas/auth-settings-weak
const google = Google({ allowDangerousEmailAccountLinking: true });
// ok: baas/auth-settings-weak
export const strict = betterAuth({ trustedOrigins: ['https://app.example.com'] });
// ok: baas/auth-settings-weak
const safe = { disableCSRFCheck: false };
// ok: baas/auth-settings-weak
const github = GitHub({ clientId });
