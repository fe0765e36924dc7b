import axios from 'axios';

export async function orders(token: string) {
  // ruleid: tokens/token-in-url
  return fetch(`https://api.example.com/orders?access_token=${token}`);
}

export function live(jwt: string) {
  // ruleid: tokens/token-in-url
  return new WebSocket(`wss://live.example.com/feed?token=${jwt}`);
}

export function callback(req: any, res: any) {
  // ruleid: tokens/token-in-url
  res.redirect(`${process.env.FRONTEND}/done?token=${req.user.token}`);
}

export function key(req: any, res: any, next: () => void) {
  // ruleid: tokens/token-in-url
  if (!valid(req.query.api_key)) return res.status(401).end();
  next();
}

export async function ordersHeader(token: string) {
  // ok: tokens/token-in-url
  return fetch('https://api.example.com/orders', { headers: { Authorization: `Bearer ${token}` } });
}

export async function page(cursor: string) {
  // ok: tokens/token-in-url
  return axios.get(`https://api.example.com/orders?page_token=${cursor}`);
}

export function mail(resetToken: string) {
  // ok: tokens/token-in-url
  return send(`https://app.example.com/reset?token=${resetToken}`);
}
