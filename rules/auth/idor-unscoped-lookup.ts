import express from 'express';
import { requireAdmin, requireAuth } from './auth';
import { can } from './policy';
import { Invoice, Note, Order } from './models';
import { pool, prisma } from './db';

const router = express.Router();

router.get('/orders/:id', requireAuth, async (req, res) => {
  // ruleid: auth/idor-unscoped-lookup
  const order = await Order.findById(req.params.id);
  if (!order) return res.status(404).end();
  res.json(order);
});

router.get('/orders/:id/lines', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  const order = await Order.findOne({ _id: req.params.id, userId: req.user.id });
  if (!order) return res.status(404).end();
  res.json(order.lines);
});

router.put('/orders/:id', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  const order = await Order.findById(req.params.id);
  if (!order || order.userId !== req.user.id) return res.status(404).end();
  res.json(await order.save());
});

router.delete('/notes/:noteId', requireAuth, async (req, res) => {
  const { noteId } = req.params;
  // ruleid: auth/idor-unscoped-lookup
  await prisma.note.delete({ where: { id: noteId } });
  res.status(204).end();
});

router.patch('/notes/:id', requireAuth, async (req, res) => {
  const id = Number(req.params.id);
  const userId = req.user.id;
  // ok: auth/idor-unscoped-lookup
  await prisma.note.updateMany({ where: { id, userId }, data: { text: req.body.text } });
  res.status(204).end();
});

router.post('/notes', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  res.json(await prisma.note.create({ data: { text: req.body.text, userId: req.user.id } }));
});

router.get('/invoices/:id', requireAuth, async (req, res) => {
  // ruleid: auth/idor-unscoped-lookup
  const { rows } = await pool.query('SELECT * FROM invoices WHERE id = $1', [req.params.id]);
  res.json(rows[0]);
});

router.get('/invoices/:id/pdf', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  const { rows } = await pool.query('SELECT * FROM invoices WHERE id = $1 AND user_id = $2', [req.params.id, req.user.id]);
  res.json(rows[0]);
});

router.put('/invoices/:id', requireAuth, async (req, res) => {
  // ruleid: auth/idor-unscoped-lookup
  const invoice = await Invoice.findByIdAndUpdate(req.params.id, { note: req.body.note }, { new: true });
  res.json(invoice);
});

router.post('/invoices/:id/void', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  const invoice = await Invoice.findById(req.params.id);
  if (!can(req.user, 'void', invoice)) return res.status(403).end();
  res.json(await invoice.void());
});

router.delete('/invoices/:id', requireAdmin, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  await Invoice.findByIdAndDelete(req.params.id);
  res.status(204).end();
});

router.get('/products/:id', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  res.json(await prisma.product.findUnique({ where: { id: req.params.id } }));
});

router.get('/me', requireAuth, async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  res.json(await prisma.user.findUnique({ where: { id: req.user.id } }));
});

router.get('/messages', requireAuth, async (req, res) => {
  // ruleid: auth/idor-unscoped-lookup
  res.json(await prisma.message.findMany({ where: { userId: req.query.userId } }));
});

router.get('/posts/:id', async (req, res) => {
  // ok: auth/idor-unscoped-lookup
  res.json(await prisma.post.findUnique({ where: { id: req.params.id } }));
});

export default router;
