import { exec } from 'node:child_process';

async function trimmed(text: string) {
  return text.trim();
}

async function getUser(id: string) {
  return prisma.user.findUnique({ where: { id } });
}

async function getRows(id: string) {
  return db.query('select * from users where id = $1', [id]).then((result) => result.rows);
}

export async function POST(req: Request, context: { params: Promise<{ id: string }> }) {
  const [params, body] = await Promise.all([context.params, req.json()]);
  // ruleid: injection/os-command-string
  exec(`ls ${body.folder}`);
}

export async function PUT(req: Request) {
  const body = await req.json();
  const folder = await trimmed(body.folder);
  // ruleid: injection/os-command-string
  exec(`ls ${folder}`);
}

export async function PATCH(req: Request) {
  const body = await req.json();
  const folder = await (async () => body.folder)();
  // ruleid: injection/os-command-string
  exec(`ls ${folder}`);
}

export async function DELETE(req: Request) {
  const { searchParams } = new URL(req.url);
  const id = searchParams.get('id')!;
  const [user, other] = await Promise.all([store.load(id), getUser(id)]);
  // ok: injection/os-command-string
  exec(`ls ${user.folder}`);
  // ok: injection/os-command-string
  exec(`ls ${other.folder}`);
}

export async function GET(req: Request) {
  const { searchParams } = new URL(req.url);
  const id = searchParams.get('id')!;
  const user = await getUser(id);
  // ok: injection/os-command-string
  exec(`ls ${user.folder}`);
  const rows = await getRows(id);
  // ok: injection/os-command-string
  exec(`ls ${rows[0].folder}`);
  const all = await Promise.all(id.split(',').map((one) => store.load(one)));
  // ok: injection/os-command-string
  exec(`ls ${all[0].folder}`);
}
