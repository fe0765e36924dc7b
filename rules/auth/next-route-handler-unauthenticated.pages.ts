import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';
import { db } from '../../lib/db';

// ruleid: auth/next-route-handler-unauthenticated
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'DELETE') return res.status(405).end();
  await db.comment.delete({ where: { id: String(req.query.id) } });
  return res.status(204).end();
}

export async function tokenOf(req: NextApiRequest) {
  return getToken({ req });
}
