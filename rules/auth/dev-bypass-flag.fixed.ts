import type { NextFunction, Request, Response } from 'express';
import { verify } from './tokens';

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.slice(7);
  if (!token) return res.status(401).end();
  try {
    req.user = verify(token);
  } catch {
    return res.status(401).end();
  }
  next();
}
