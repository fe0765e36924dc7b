import crypto from 'node:crypto';

export function webhook(req: any, res: any) {
  const expectedSignature = crypto.createHmac('sha256', process.env.HOOK_SECRET!).update(req.rawBody).digest('hex');
  // ruleid: tokens/timing-unsafe-compare
  if (req.headers['x-signature'] !== expectedSignature) return res.status(401).end();
  res.end();
}

export function apiKey(req: any, res: any, next: () => void) {
  // ruleid: tokens/timing-unsafe-compare
  if (req.headers['x-api-key'] !== process.env.API_KEY) return res.status(401).end();
  next();
}

export function bot(token: string) {
  // ruleid: tokens/timing-unsafe-compare
  return token === process.env.BOT_TOKEN;
}

export function webhookSafe(req: any, res: any) {
  const expected = crypto.createHmac('sha256', process.env.HOOK_SECRET!).update(req.rawBody).digest();
  const given = Buffer.from(String(req.headers['x-signature']), 'hex');
  // ok: tokens/timing-unsafe-compare
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) return res.status(401).end();
  res.end();
}

export function present(signature?: string) {
  // ok: tokens/timing-unsafe-compare
  if (signature === undefined) throw new Error('no signature');
  // ok: tokens/timing-unsafe-compare
  return process.env.API_KEY === undefined;
}

export function webhook(req: any, secret: string) {
  const expected = crypto.createHmac('sha256', secret).update(req.rawBody).digest('hex');
  // ruleid: tokens/timing-unsafe-compare
  return req.headers['x-signature'] === expected;
}

export function webhookConstantTime(req: any, secret: string) {
  const expected = crypto.createHmac('sha256', secret).update(req.rawBody).digest();
  const given = Buffer.from(req.headers['x-signature'] ?? '', 'hex');
  // ok: tokens/timing-unsafe-compare
  return given.length === expected.length && crypto.timingSafeEqual(given, expected);
}
