import express from 'express';
import { z } from 'zod';
import { db } from './db';
import { requireAuth, requireRole } from './middleware/auth';

const router = express.Router();
const NewUser = z.object({ email: z.string().email() });

router.post('/admin/users', requireAuth, requireRole('admin'), async (req, res) => {
  const { email } = NewUser.parse(req.body);
  res.status(201).json(await db.user.create({ data: { email }, select: { id: true } }));
});

router.put('/users/:id/role', requireAuth, requireRole('admin'), async (req, res) => {
  const role = z.enum(['member', 'admin']).parse(req.body.role);
  res.json(await db.user.update({ where: { id: req.params.id }, data: { role }, select: { id: true } }));
});

export default router;
