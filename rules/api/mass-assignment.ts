import { z } from 'zod';
import User from './models/user.js';

router.post('/users', async (req, res) => {
  // ruleid: api/mass-assignment
  const user = await prisma.user.create({ data: req.body });
  res.status(201).json(user);
});
router.put('/users/:id', async (req, res) => {
  // ruleid: api/mass-assignment
  const user = await User.findByIdAndUpdate(req.params.id, req.body, { new: true });
  res.json(user);
});
router.post('/posts', async (req, res) => {
  // ruleid: api/mass-assignment
  const post = new Post(req.body);
  await post.save();
  res.json(post);
});
router.patch('/posts/:id', async (req, res) => {
  const data = { ...req.body, updatedAt: new Date() };
  // ruleid: api/mass-assignment
  res.json(await prisma.post.update({ where: { id: req.params.id }, data }));
});
export async function POST(request: Request) {
  const body = await request.json();
  // ruleid: api/mass-assignment
  const { data } = await supabase.from('profiles').update(body).eq('id', body.id);
  // ruleid: api/mass-assignment
  await db.insert(orders).values({ ...body });
  return Response.json(data);
}
router.put('/orders/:id', async (req, res) => {
  const order = await repository.findOneBy({ id: req.params.id });
  // ruleid: api/mass-assignment
  Object.assign(order, req.body);
  await repository.save(order);
  res.json(order);
});

router.post('/ok1', async (req, res) => {
  const { name, email } = req.body;
  // ok: api/mass-assignment
  res.json(await prisma.user.create({ data: { name, email } }));
});
const Schema = z.object({ name: z.string(), email: z.string().email() });
router.post('/ok2', async (req, res) => {
  const data = Schema.parse(req.body);
  // ok: api/mass-assignment
  res.json(await prisma.user.create({ data }));
});
router.post('/ok3', async (req, res) => {
  // ok: api/mass-assignment
  res.json(await User.create({ name: req.body.name, email: req.body.email }));
});
router.post('/ok4', async (req, res) => {
  // ok: api/mass-assignment
  res.json(await User.findByIdAndUpdate(req.params.id, { name: req.body.name }));
});
router.post('/ok5', async (req, res) => {
  // ok: api/mass-assignment
  const copy = Object.assign({}, req.body);
  log(copy);
  // ok: api/mass-assignment
  res.json(await users.list(new Filter(req.body.filter)));
});
router.post('/ok6', async (req, res) => {
  const parsed = Schema.safeParse(req.body);
  if (!parsed.success) return res.status(400).end();
  // ok: api/mass-assignment
  res.json(await db.insert(users).values(parsed.data));
});
router.post('/ok7', async (req, res) => {
  // ok: api/mass-assignment
  res.json(await User.create(pick(req.body, ['name', 'email'])));
});
router.get('/ok8', async (req, res) => {
  // ok: api/mass-assignment
  Object.assign(req.query, req.body);
  res.json(await users.list(req.query.page));
});
