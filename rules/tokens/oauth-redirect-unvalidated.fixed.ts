import type { Request, Response } from 'express';
import { clients, consentUrl } from './clients';

export function authorize(req: Request, res: Response) {
  const { client_id, redirect_uri } = req.query;
  const client = clients.get(String(client_id));
  if (!client?.redirect_uris.includes(String(redirect_uri))) return res.status(400).end();
  res.redirect(consentUrl(client, String(redirect_uri)));
}
