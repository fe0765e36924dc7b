import express from 'express';
import { db } from './db';
import { requireAdmin, requireAuth, requireRole } from './middleware/auth';

const app = express();
app.use(express.json());

// ruleid: auth/admin-route-no-role
app.post('/admin/users', requireAuth, async (req, res) => res.json(await db.user.create({ data: { email: req.body.email } })));
// ruleid: auth/admin-route-no-role
app.delete('/api/admin/posts/:id', requireAuth, async (req, res) => {
  await db.post.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
// ok: auth/admin-route-no-role
app.delete('/api/admin/users/:id', requireAuth, requireAdmin, async (req, res) => {
  await db.user.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
// ok: auth/admin-route-no-role
app.put('/admin/flags/:id', requireAuth, requireRole('admin'), async (req, res) => res.json(await db.flag.update({ where: { id: req.params.id }, data: {} })));
// ruleid: auth/admin-route-no-role
app.put('/users/:id/role', requireAuth, async (req, res) => res.json(await db.user.update({ where: { id: req.params.id }, data: { level: req.body.level } })));
// ok: auth/admin-route-no-role
app.patch('/admin/settings', requireAuth, async (req, res) => {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  res.json(await db.setting.update({ where: { key: req.body.key }, data: { value: req.body.value } }));
});
// ok: auth/admin-route-no-role
app.post('/admin/login', async (req, res) => res.json(await db.session.create({ data: { email: req.body.email } })));
// ok: auth/admin-route-no-role
app.post('/posts', requireAuth, async (req, res) => res.json(await db.post.create({ data: { title: req.body.title } })));
// ok: auth/admin-route-no-role
app.get('/admin/stats', requireAuth, async (req, res) => res.json(await db.stat.findMany()));

async function staffOnly(req: express.Request, res: express.Response, next: express.NextFunction) {
  const user = await db.user.findUnique({ where: { id: req.session.userId } });
  if (!user?.isStaff) return res.status(403).end();
  next();
}
const panel = express.Router();
panel.use(requireAuth, staffOnly);
// ok: auth/admin-route-no-role
panel.post('/admin/jobs', async (req, res) => res.json(await db.job.create({ data: { kind: req.body.kind } })));
app.use(panel);

const admin = express.Router();
// ruleid: auth/admin-route-no-role
admin.post('/refunds', async (req, res) => res.json(await db.refund.create({ data: { amount: req.body.amount } })));
app.use('/admin', requireAuth, admin);
