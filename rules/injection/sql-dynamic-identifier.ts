import express from 'express';
import { knex } from './db';
import { repo } from './users';
import { User } from './models';

const app = express();
const COLUMNS: Record<string, string> = { name: 'users.name', created: 'users.created_at' };

app.get('/users', async (req, res) => {
  // ruleid: injection/sql-dynamic-identifier
  res.json(await knex('users').select('id', 'name').orderBy(req.query.sort as string));
});

app.get('/people', async (req, res) => {
  const { sort, dir } = req.query;
  // ruleid: injection/sql-dynamic-identifier
  res.json(await knex('users').orderByRaw(`${sort} ${dir}`));
});

app.get('/accounts', async (req, res) => {
  const builder = repo.createQueryBuilder('user');
  // ruleid: injection/sql-dynamic-identifier
  builder.addOrderBy(`user.${req.query.sort}`, 'ASC');
  res.json(await builder.getMany());
});

app.get('/model', async (req, res) => {
  // ruleid: injection/sql-dynamic-identifier
  res.json(await User.findAll({ order: [[req.query.sort, 'ASC']] }));
});

app.get('/users-mapped', async (req, res) => {
  const column = COLUMNS[String(req.query.sort)];
  if (!column) return res.status(400).end();
  // ok: injection/sql-dynamic-identifier
  res.json(await knex('users').select('id').orderBy(column));
});

app.get('/users-listed', async (req, res) => {
  const sort = String(req.query.sort);
  if (!['name', 'created_at'].includes(sort)) return res.status(400).end();
  // ok: injection/sql-dynamic-identifier
  res.json(await knex('users').select('id').orderBy(sort));
});

app.get('/users-fixed', async (req, res) => {
  // ok: injection/sql-dynamic-identifier
  res.json(await knex('users').where({ name: req.query.name }).orderBy('name'));
});
