import express from 'express';
import mongoSanitize from 'express-mongo-sanitize';
import { z } from 'zod';
import { User, Session, Product } from './models';
import { db } from './mongo';

const router = express.Router();

router.post('/login', async (req, res) => {
  // ruleid: injection/nosql-operator
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await user.check(req.body.password))) return res.status(401).end();
  res.json({ id: user.id });
});

router.post('/reset', async (req, res) => {
  const { token, password } = req.body;
  // ruleid: injection/nosql-operator
  const user = await User.findOne({ resetToken: token, resetExpires: { $gt: Date.now() } });
  await user.setPassword(password);
  res.end();
});

router.get('/products', async (req, res) => {
  // ruleid: injection/nosql-operator
  res.json(await Product.find(req.query));
});

router.delete('/sessions', async (req, res) => {
  const filter = req.body.filter;
  // ruleid: injection/nosql-operator
  await Session.deleteMany(filter);
  res.end();
});

router.get('/people', async (req, res) => {
  const name = req.query.name;
  // ruleid: injection/nosql-operator
  res.json(await db.collection('people').findOne({ name }));
});

const Login = z.object({ email: z.string().email(), password: z.string() });

router.post('/login-checked', async (req, res) => {
  const { email, password } = Login.parse(req.body);
  // ok: injection/nosql-operator
  const user = await User.findOne({ email });
  res.json({ ok: await user?.check(password) });
});

router.post('/login-text', async (req, res) => {
  // ok: injection/nosql-operator
  const user = await User.findOne({ email: String(req.body.email) });
  res.json({ id: user?.id });
});

router.post('/login-typeof', async (req, res) => {
  const { email } = req.body;
  if (typeof email !== 'string') return res.status(400).end();
  // ok: injection/nosql-operator
  res.json(await User.findOne({ email }));
});

router.post('/login-eq', async (req, res) => {
  // ok: injection/nosql-operator
  res.json(await User.findOne({ email: { $eq: req.body.email } }));
});

router.get('/users/:id', async (req, res) => {
  // ok: injection/nosql-operator
  res.json(await User.findOne({ _id: req.params.id }));
});

router.post('/sequelize', async (req, res) => {
  // ok: injection/nosql-operator
  res.json(await Account.findOne({ where: { email: req.body.email } }));
});

router.post('/array', (req, res) => {
  // ok: injection/nosql-operator
  res.json(plans.find((plan) => plan.id === req.body.plan));
});
