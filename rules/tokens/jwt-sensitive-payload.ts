import jwt from 'jsonwebtoken';

// ruleid: tokens/jwt-sensitive-payload
export const a = jwt.sign({ id: user.id, password: user.password }, key, { expiresIn: '1h' });

// ruleid: tokens/jwt-sensitive-payload
export const b = jwt.sign({ ...user }, key, { expiresIn: '1h' });

// ruleid: tokens/jwt-sensitive-payload
export const c = jwt.sign(user.toObject(), key, { expiresIn: '1h' });

// ok: tokens/jwt-sensitive-payload
export const d = jwt.sign({ sub: user.id, email: user.email }, key, { expiresIn: '1h' });

// ok: tokens/jwt-sensitive-payload
export const e = jwt.sign({ ...claims }, key, { expiresIn: '1h' });

// ok: tokens/jwt-sensitive-payload
export const f = jwt.sign({ sub: user.id, role: user.role }, key, { expiresIn: '15m' });
