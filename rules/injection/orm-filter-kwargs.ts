import express from 'express';
import { prisma } from './db';
import { User } from './models';
import { supabase } from './supabase';

const app = express();

app.post('/users/search', async (req, res) => {
  // ruleid: injection/orm-filter-kwargs
  res.json(await prisma.user.findMany({ where: req.body.filter, select: { id: true } }));
});

app.get('/users', async (req, res) => {
  // ruleid: injection/orm-filter-kwargs
  res.json(await User.findAll({ where: req.query }));
});

export async function POST(request: Request) {
  const query = await request.json();
  // ruleid: injection/orm-filter-kwargs
  return Response.json(await prisma.order.findMany(query));
}

app.get('/find', async (req, res) => {
  // ruleid: injection/orm-filter-kwargs
  const { data } = await supabase.from('posts').select('id').or(`title.ilike.%${req.query.q}%,body.ilike.%${req.query.q}%`);
  res.json(data);
});

app.get('/users/named', async (req, res) => {
  // ok: injection/orm-filter-kwargs
  res.json(await prisma.user.findMany({ where: { name: String(req.query.name) }, select: { id: true } }));
});

app.post('/users/schema', async (req, res) => {
  const filter = UserFilter.parse(req.body);
  // ok: injection/orm-filter-kwargs
  res.json(await prisma.user.findMany({ where: filter, select: { id: true } }));
});

app.get('/users/:id', async (req, res) => {
  // ok: injection/orm-filter-kwargs
  res.json(await User.findOne({ where: { id: req.params.id } }));
});
