import type { Request, Response } from 'express';
import express from 'express';
import { Pool } from 'pg';
import mysql from 'mysql2/promise';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { db, pool, prisma, sequelize, knex, sql } from './db';

const router = express.Router();
const USERS_TABLE = 'users';
const SORT_COLUMNS: Record<string, string> = { name: 'u.name', created: 'u.created_at' };
const ALLOWED_STATUS = ['open', 'paid', 'cancelled'];

router.get('/orders/:id', async (req: Request, res: Response) => {
  // ruleid: injection/sql-string-build
  const result = await pool.query(`SELECT * FROM orders WHERE id = ${req.params.id}`);
  res.json(result.rows[0]);
});

router.get('/orders', async (req, res) => {
  const { status, sort, page, q } = req.query;
  let text = 'SELECT * FROM orders WHERE 1 = 1';
  if (status) {
    text += ` AND status = '${status}'`;
  }
  // ruleid: injection/sql-string-build
  const { rows } = await pool.query(text);

  // A column that the client names.
  // ruleid: injection/sql-string-build
  await pool.query(`SELECT * FROM orders ORDER BY ${sort} LIMIT 10`);

  // ok: injection/sql-string-build
  await pool.query(`SELECT * FROM orders ORDER BY ${SORT_COLUMNS[String(sort)] ?? 'id'} LIMIT 10`);

  // ok: injection/sql-string-build
  await pool.query(`SELECT * FROM orders LIMIT 20 OFFSET ${Number(page) * 20}`);

  // ok: injection/sql-string-build
  await pool.query({ text: 'SELECT * FROM orders WHERE note ILIKE $1', values: [`%${q}%`] });
  res.json(rows);
});

router.get('/by-status', async (req, res) => {
  const status = req.query.status as string;
  if (!ALLOWED_STATUS.includes(status)) {
    return res.status(400).json({ error: 'status' });
  }
  // ok: injection/sql-string-build
  const found = await pool.query(`SELECT * FROM orders WHERE status = '${status}'`);
  return res.json(found.rows);
});

router.get('/by-kind', async (req, res) => {
  if (!ALLOWED_STATUS.includes(req.query.kind as string)) return res.sendStatus(400);
  // ok: injection/sql-string-build
  const found = await pool.query(`SELECT * FROM orders WHERE status = '${req.query.kind}'`);
  return res.json(found.rows);
});

export async function login(req: Request, res: Response) {
  const { username, password } = req.body;
  // ruleid: injection/sql-string-build
  const sqlText = await db.execute("SELECT * FROM users WHERE username = '" + username + "' AND password = '" + password + "'");
  res.json(sqlText);
}

export async function loginBound(req: Request, res: Response) {
  const { username } = req.body;
  // ok: injection/sql-string-build
  const [rows] = await db.execute('SELECT * FROM users WHERE username = ?', [username]);
  res.json(rows);
}

export class UserRepository {
  constructor(private readonly pool: Pool) {}

  async findByEmail(email: string) {
    const query = `
      SELECT id, email
      FROM users
      WHERE email = '${email}'
    `;
    // ruleid: injection/sql-string-build
    const { rows } = await this.pool.query(query);
    return rows[0];
  }

  async findByEmailBound(email: string) {
    // ok: injection/sql-string-build
    const { rows } = await this.pool.query('SELECT id, email FROM users WHERE email = $1', [email]);
    return rows[0];
  }

  async findById(id: number) {
    // ok: injection/sql-string-build
    return this.pool.query(`SELECT id FROM users WHERE id = ${id}`);
  }

  async rename(id: string, name: string) {
    // ruleid: injection/sql-string-build
    await this.pool.query(`UPDATE ${USERS_TABLE} SET name = '${name}' WHERE id = $1`, [id]);
  }

  async byIds(ids: string[]) {
    const marks = ids.map((_, i) => `$${i + 1}`).join(', ');
    // ok: injection/sql-string-build
    return this.pool.query(`SELECT * FROM ${USERS_TABLE} WHERE id IN (${marks})`, ids);
  }

  async byNames(names: string[]) {
    const marks = names.map(() => '?').join(',');
    // ok: injection/sql-string-build
    return this.pool.query(`SELECT * FROM users WHERE name IN (${marks})`, names);
  }

  async byNamesQuoted(names: string[]) {
    const list = names.map((n) => `'${n}'`).join(',');
    // ruleid: injection/sql-string-build
    return this.pool.query(`SELECT * FROM users WHERE name IN (${list})`);
  }

  async count(table: string) {
    // ok: injection/sql-string-build
    return this.pool.query(`SELECT count(*) FROM ${table}`);
  }
}

const liteDb = new Database('app.db');

export const searchProducts = (term: string, done: (rows: unknown) => void) => {
  // ruleid: injection/sql-string-build
  const rows = liteDb.prepare("SELECT * FROM products WHERE name LIKE '%" + term + "%'").all();
  done(rows);
};

export function insertComment(author: string, body: string) {
  // ruleid: injection/sql-string-build
  liteDb.exec(`INSERT INTO comments (author, body) VALUES ('${author}', '${body}')`);
}

export function insertCommentBound(author: string, body: string) {
  // ok: injection/sql-string-build
  liteDb.prepare('INSERT INTO comments (author, body) VALUES (?, ?)').run(author, body);
}

function buildQuery(name: string) {
  return `SELECT * FROM tags WHERE name = '${name}'`;
}

export async function POST(request: Request) {
  const { tag } = await request.json();
  // ruleid: injection/sql-string-build
  const rows = await sequelize.query(buildQuery(tag));
  return Response.json(rows);
}

export async function GET(request: Request) {
  const id = request.nextUrl.searchParams.get('id');
  // ruleid: injection/sql-string-build
  const rows = await prisma.$queryRawUnsafe(`SELECT * FROM "User" WHERE id = '${id}'`);
  // ok: injection/sql-string-build
  const safe = await prisma.$queryRaw`SELECT * FROM "User" WHERE id = ${id}`;
  // ok: injection/sql-string-build
  const tagged = await sql`SELECT * FROM "User" WHERE id = ${id}`;
  return Response.json({ rows, safe, tagged });
}

const Params = z.object({ id: z.string().uuid() });

router.delete('/users/:id', async (req, res) => {
  const { id } = Params.parse(req.params);
  // ok: injection/sql-string-build
  await pool.query(`DELETE FROM users WHERE id = '${id}'`);
  res.sendStatus(204);
});

router.delete('/notes/:id', async (req, res) => {
  const noteId = parseInt(req.params.id, 10);
  // ok: injection/sql-string-build
  await pool.query(`DELETE FROM notes WHERE id = ${noteId}`);
  res.sendStatus(204);
});

router.get('/report', async (req, res) => {
  const year = req.query.year;
  // ruleid: injection/sql-string-build
  const rows = await knex.raw(`select * from sales where year = ${year}`);
  // ok: injection/sql-string-build
  const bound = await knex.raw('select * from sales where year = ?', [year]);
  // ok: injection/sql-string-build
  console.log(`select * from sales where year = ${year}`);
  // ok: injection/sql-string-build
  const found = await searchIndex.query(`select color ${USERS_TABLE}`, { filter: year });
  res.json({ rows, bound, found });
});

router.get('/external', async (req, res) => {
  // ok: injection/sql-string-build
  const answer = await http.get(`/select/items?id=${req.query.id}`);
  // ok: injection/sql-string-build
  const products = await graph.query({ query: LIST, variables: { id: req.query.id } });
  res.json({ answer, products });
});

export async function mysqlLookup(conn: mysql.Connection, name: string) {
  // ok: injection/sql-string-build
  await conn.query(`SELECT * FROM t WHERE name = ${conn.escape(name)}`);
  const direction = name === 'desc' ? 'DESC' : 'ASC';
  // ok: injection/sql-string-build
  return conn.query(`SELECT * FROM t WHERE kind = 'a' ORDER BY id ${direction}`);
}

export class ReportSearch {
  constructor(private readonly reports: any) {}

  byName(name: string) {
    // ruleid: injection/sql-string-build
    return this.reports.createQueryBuilder('r').where(`r.name LIKE '%${name}%'`).getMany();
  }

  byNameBound(name: string) {
    // ok: injection/sql-string-build
    return this.reports.createQueryBuilder('r').where('r.name LIKE :name', { name: `%${name}%` }).getMany();
  }
}

app.get('/added', async (req, res) => {
  let sql = "SELECT * FROM users WHERE name = '";
  sql += req.query.name;
  // ruleid: injection/sql-string-build
  await db.query(sql);
  const joined = ["SELECT * FROM users WHERE name = '", req.query.name, "'"].join('');
  // ruleid: injection/sql-string-build
  await db.query(joined);
  // ruleid: injection/sql-string-build
  await db.query(util.format("SELECT * FROM users WHERE name = '%s'", req.query.name));
  // ruleid: injection/sql-string-build
  await db.query('SELECT * FROM users WHERE name = '.concat(req.query.name));
  // ruleid: injection/sql-string-build
  await db.query("SELECT * FROM users WHERE name = ':name'".replace(':name', req.query.name));
  let bound = 'SELECT * FROM users WHERE 1 = 1';
  const values = [];
  if (req.query.name) {
    bound += ' AND name = ?';
    values.push(req.query.name);
  }
  // ok: injection/sql-string-build
  await db.query(bound, values);
  const note = 'Select '.concat(req.query.name);
  // ok: injection/sql-string-build
  res.json({ note });
});
