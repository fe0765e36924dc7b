import { Prisma, PrismaClient } from '@prisma/client';
import { sql } from 'drizzle-orm';
import { literal } from 'sequelize';

const prisma = new PrismaClient();

export async function search(term: string) {
  // ruleid: injection/sql-raw-unsafe-api
  return prisma.$queryRawUnsafe(`SELECT * FROM "Product" WHERE name ILIKE '%${term}%'`);
}
export async function remove(id: string) {
  // ruleid: injection/sql-raw-unsafe-api
  await prisma.$executeRawUnsafe('DELETE FROM "Product" WHERE id = ' + id);
}
router.get('/orders', async (req, res) => {
  const { sort, status } = req.query;
  // ruleid: injection/sql-raw-unsafe-api
  const rows = await prisma.$queryRaw`SELECT * FROM "Order" ORDER BY ${Prisma.raw(sort as string)}`;
  // ruleid: injection/sql-raw-unsafe-api
  const more = await knex('orders').orderByRaw(`${sort} DESC`);
  // ruleid: injection/sql-raw-unsafe-api
  const some = await db.select().from(orders).where(sql.raw(`status = '${status}'`));
  // ruleid: injection/sql-raw-unsafe-api
  const raw = await knex('orders').whereRaw("status = '" + req.query.status + "'");
  // ruleid: injection/sql-raw-unsafe-api
  const literals = await Order.findAll({ order: sequelize.literal(req.query.order) });
  res.json({ rows, more, some, raw, literals });
});
@Injectable()
export class UserService {
  async findByName(name: string) {
    // ruleid: injection/sql-raw-unsafe-api
    return this.repo.createQueryBuilder('u').where(`u.name = '${name}'`).getOne();
  }
}

export async function searchBound(term: string) {
  // ok: injection/sql-raw-unsafe-api
  return prisma.$queryRawUnsafe('SELECT * FROM "Product" WHERE name ILIKE $1', `%${term}%`);
}
export async function tagged(id: string) {
  // ok: injection/sql-raw-unsafe-api
  return prisma.$queryRaw`SELECT * FROM "Product" WHERE id = ${id}`;
}
export async function builder(id: string) {
  // ok: injection/sql-raw-unsafe-api
  return repo.createQueryBuilder('u').where('u.id = :id', { id }).getOne();
}
const SORTS: Record<string, string> = { name: 'name', price: 'price' };
router.get('/products', async (req, res) => {
  // ok: injection/sql-raw-unsafe-api
  const rows = await prisma.$queryRaw`SELECT * FROM "Product" ORDER BY ${Prisma.raw(SORTS[req.query.sort])}`;
  // ok: injection/sql-raw-unsafe-api
  const bound = await knex('products').whereRaw('status = ?', [req.query.status]);
  const limit = Number(req.query.limit);
  // ok: injection/sql-raw-unsafe-api
  const some = await db.select().from(products).where(sql.raw(`price < ${limit}`));
  const direction = req.query.dir === 'asc' ? 'ASC' : 'DESC';
  // ok: injection/sql-raw-unsafe-api
  const sorted = await knex('products').orderByRaw(`price ${direction}`);
  if (!['name', 'price'].includes(req.query.by)) return res.status(400).end();
  // ok: injection/sql-raw-unsafe-api
  const by = await knex('products').orderByRaw(req.query.by);
  // ok: injection/sql-raw-unsafe-api
  const found = await supabase.from('products').select().where(req.query.status);
  res.json({ rows, bound, some, sorted, by, found });
});
// ok: injection/sql-raw-unsafe-api
await prisma.$executeRawUnsafe('TRUNCATE TABLE "Session"');

class Builder {
  where(column: string) {
    // ok: injection/sql-raw-unsafe-api
    return this.whereRaw(column);
  }
}

export async function up(knex: Knex) {
  const sql = knex.client.config.client === 'mysql2' ? 'ALTER TABLE a DROP KEY b' : 'DROP INDEX b';
  // ok: injection/sql-raw-unsafe-api
  await knex.raw(sql);
}
