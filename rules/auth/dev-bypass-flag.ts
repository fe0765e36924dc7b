import { verify } from './tokens';

export function requireAuth(req, res, next) {
  // ruleid: auth/dev-bypass-flag
  if (process.env.SKIP_AUTH === 'true') return next();
  // ruleid: auth/dev-bypass-flag
  if (process.env.NODE_ENV !== 'production') return next();
  // ruleid: auth/dev-bypass-flag
  if (req.headers['x-bypass-auth']) return next();
  const token = req.headers.authorization?.slice(7);
  // ruleid: auth/dev-bypass-flag
  if (token === 'dev-token') {
    req.user = { id: 1, role: 'admin' };
    return next();
  }
  try {
    req.user = verify(token);
  } catch {
    return res.status(401).end();
  }
  next();
}

export async function checkOtp(user, otp) {
  // ruleid: auth/dev-bypass-flag
  if (otp === '000000') return true;
  // ok: auth/dev-bypass-flag
  if (otp.length !== 6) return false;
  return otp === (await storedOtp(user));
}

export function logRequests(req, res, next) {
  // ok: auth/dev-bypass-flag
  if (process.env.NODE_ENV !== 'production') console.log(req.url);
  // ok: auth/dev-bypass-flag
  if (process.env.NODE_ENV === 'test') return next();
  next();
}

// ok: auth/dev-bypass-flag
if (process.env.DISABLE_AUTH) throw new Error('DISABLE_AUTH is not supported any more');

// ok: auth/dev-bypass-flag
if (process.env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing');

// ok: auth/dev-bypass-flag
if (process.env.SKIP_MIGRATIONS) console.log('no migrations');

app.use((req, res, next) => {
  // ok: auth/dev-bypass-flag
  const id = req.headers['x-request-id'];
  // ok: auth/dev-bypass-flag
  if (req.query.debug) req.verbose = true;
  next();
});

// ok: auth/dev-bypass-flag
if (token.type === 'access-token') accept(token);
