import bcrypt from 'bcrypt';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import jwt from 'jsonwebtoken';
import { db } from './db';
import { requireAuth, requireRole } from './middleware/auth';
import * as orders from './orders';

const app = express();
app.use(express.json());

// ok: auth/express-unauthenticated-route
app.post('/api/login', async (req, res) => {
  const user = await db.user.findUnique({ where: { email: req.body.email } });
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) return res.status(401).end();
  res.json({ token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET!) });
});

// ok: auth/express-unauthenticated-route
app.post('/api/register', async (req, res) => {
  res.status(201).json(await db.user.create({ data: { email: req.body.email } }));
});

// ok: auth/express-unauthenticated-route
app.get('/health', (_req, res) => res.json({ ok: true }));

// ruleid: auth/express-unauthenticated-route
app.delete('/api/users/:id', async (req, res) => {
  await db.user.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// ok: auth/express-unauthenticated-route
app.delete('/api/teams/:id', requireAuth, requireRole('admin'), async (req, res) => {
  await db.team.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// ruleid: auth/express-unauthenticated-route
app.post('/api/products', async (req: Request, res: Response) => {
  const product = await db.product.create({ data: { name: req.body.name, price: req.body.price } });
  res.status(201).json(product);
});

// ok: auth/express-unauthenticated-route
app.put('/api/profile', async (req, res) => {
  const header = req.headers.authorization;
  if (!header) return res.status(401).json({ error: 'missing token' });
  const claims = jwt.verify(header.split(' ')[1]!, process.env.JWT_SECRET!);
  res.json(await db.user.update({ where: { id: claims.sub }, data: { name: req.body.name } }));
});

async function updatePrice(req: Request, res: Response) {
  await db.product.update({ where: { id: req.params.id }, data: { price: req.body.price } });
  res.sendStatus(204);
}

// ruleid: auth/express-unauthenticated-route
app.patch('/api/products/:id', updatePrice);
// ok: auth/express-unauthenticated-route
app.patch('/api/products/:id/price', requireAuth, updatePrice);

// ok: auth/express-unauthenticated-route
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  await db.event.create({ data: JSON.parse(req.body) });
  res.sendStatus(200);
});

// ok: auth/express-unauthenticated-route
app.post('/api/sync', async (req, res) => {
  if (req.headers['x-api-key'] !== process.env.SYNC_KEY) return res.sendStatus(403);
  await db.order.updateMany({ data: { synced: true } });
  res.sendStatus(202);
});

// Some routes of a router have guards, this one has none.
const comments = Router();
// ok: auth/express-unauthenticated-route
comments.post('/', requireAuth, async (req, res) => res.json(await db.comment.create({ data: req.body.text })));
// ruleid: auth/express-unauthenticated-route
comments.delete('/:id', async (req, res) => {
  await db.comment.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
export default comments;

// Guards of the whole router, and of the place where it is mounted.
const guarded = Router();
guarded.use(requireAuth);
// ok: auth/express-unauthenticated-route
guarded.post('/', async (req, res) => res.json(await db.invoice.create({ data: req.body.lines })));
// ok: auth/express-unauthenticated-route
guarded.route('/:id').delete(async (req, res) => res.json(await db.invoice.delete({ where: { id: req.params.id } })));
app.use('/invoices', guarded);

const mounted = express.Router();
// ok: auth/express-unauthenticated-route
mounted.put('/:id', orders.update);
app.use('/orders', requireAuth, mounted);

const bare = express.Router();
// ruleid: auth/express-unauthenticated-route
bare.put('/:id', async (req, res) => res.json(await db.coupon.update({ where: { id: req.params.id }, data: { off: req.body.off } })));
// ruleid: auth/express-unauthenticated-route
bare.route('/:id').delete(async (req, res) => res.json(await db.coupon.delete({ where: { id: req.params.id } })));
app.use('/coupons', bare);

const isLoggedIn = (req: Request, res: Response, next: NextFunction) => {
  if (!req.session.userId) return res.redirect('/login');
  next();
};
// ok: auth/express-unauthenticated-route
app.post('/articles', isLoggedIn, async (req, res) => res.json(await db.article.create({ data: req.body.article })));
// ok: auth/express-unauthenticated-route
app.post('/contact', async (req, res) => res.json(await db.message.create({ data: { text: req.body.text } })));

// What comes after the guard is guarded.
app.use('/admin', requireAuth);
// ok: auth/express-unauthenticated-route
app.post('/admin/flags', async (req, res) => res.json(await db.flag.create({ data: { name: req.body.name } })));
app.use((req, res, next) => {
  if (!req.user) return res.sendStatus(401);
  next();
});
// ok: auth/express-unauthenticated-route
app.post('/reports', async (req, res) => res.json(await db.report.create({ data: { title: req.body.title } })));

// ok: auth/express-unauthenticated-route
app.listen(3000);
