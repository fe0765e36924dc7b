// ruleid: web/csp-unsafe
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'", "'unsafe-eval'"] } }));

// ruleid: web/csp-unsafe
res.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self' 'unsafe-inline'");

// ruleid: web/csp-unsafe
export const header = { key: 'Content-Security-Policy', value: "script-src * ; object-src 'none'" };

// ok: web/csp-unsafe
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'"] } }));

// ok: web/csp-unsafe
res.setHeader('Content-Security-Policy', "script-src 'self'; style-src 'self' 'unsafe-inline'");

// ok: web/csp-unsafe
res.setHeader('Content-Security-Policy', `script-src 'nonce-${nonce}' 'unsafe-inline'`);
