import type { Request, Response } from 'express';

export async function orders(token: string) {
  const url = 'https://api.example.com/orders';
  return fetch(url, { headers: { Authorization: 'Bearer ' + token } });
}

export function live(token: string): WebSocket {
  const socket = new WebSocket('wss://live.example.com/feed');
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'auth', token })));
  return socket;
}

export function callback(req: Request, res: Response) {
  res.cookie('session', req.user.token, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.redirect('https://app.example.com/done');
}
