import jwt from 'jsonwebtoken';

export function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(String(req.headers.authorization).slice(7), process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'], audience: 'api' });
  } catch {
    return res.status(401).end();
  }
  next();
}
