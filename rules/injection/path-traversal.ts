import fs from 'fs';
import { promises as fsp } from 'node:fs';
import { readFile, writeFile } from 'fs/promises';
import path from 'path';
import express from 'express';
import { Controller, Get, Param, Res } from '@nestjs/common';
import sanitize from 'sanitize-filename';

const app = express();
const UPLOADS = path.resolve(__dirname, 'uploads');
const ROOT = path.resolve('public') + path.sep;
const REPORTS: Record<string, string> = { daily: 'daily.csv', weekly: 'weekly.csv' };

app.get('/files/:name', (req, res) => {
  const filePath = path.join(UPLOADS, req.params.name);
  // ruleid: injection/path-traversal
  fs.readFile(filePath, (error, data) => res.send(data));
});

app.get('/download', (req, res) => {
  const { file } = req.query;
  // ruleid: injection/path-traversal
  res.download(`./uploads/${file}`);
  // ruleid: injection/path-traversal
  res.sendFile(path.resolve(UPLOADS, String(file)));
  // ok: injection/path-traversal
  res.sendFile(String(file), { root: UPLOADS });
});

app.get('/contained/:name', (req, res) => {
  const target = path.resolve(UPLOADS, req.params.name);
  if (!target.startsWith(UPLOADS + path.sep)) {
    return res.status(403).end();
  }
  // ok: injection/path-traversal
  return fs.createReadStream(target).pipe(res);
});

app.get('/prefix-only/:name', (req, res) => {
  const target = path.join(UPLOADS, req.params.name);
  if (!target.startsWith(UPLOADS)) return res.status(403).end();
  // ruleid: injection/path-traversal
  return fs.createReadStream(target).pipe(res);
});

app.get('/root/:name', (req, res) => {
  const target = path.resolve(ROOT, req.params.name);
  if (!target.startsWith(ROOT)) return res.status(403).end();
  // ok: injection/path-traversal
  return fs.createReadStream(target).pipe(res);
});

app.get('/relative/:name', async (req, res) => {
  const target = path.resolve(UPLOADS, req.params.name);
  const relative = path.relative(UPLOADS, target);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return res.sendStatus(403);
  // ok: injection/path-traversal
  return res.send(await readFile(target, 'utf8'));
});

app.get('/base/:name', async (req, res) => {
  const name = path.basename(req.params.name);
  // ok: injection/path-traversal
  res.send(await fsp.readFile(path.join(UPLOADS, name)));
});

app.get('/weak/:name', async (req, res) => {
  const name = req.params.name.replace('../', '');
  // ruleid: injection/path-traversal
  res.send(await fsp.readFile(path.join(UPLOADS, name)));
});

app.get('/report', async (req, res) => {
  const file = REPORTS[req.query.kind as string];
  if (!file) return res.sendStatus(404);
  // ok: injection/path-traversal
  return res.send(await readFile(path.join(UPLOADS, file)));
});

app.get('/stored/:id', async (req, res) => {
  const doc = await Document.findById(req.params.id);
  // ok: injection/path-traversal
  fs.createReadStream(doc.path).pipe(res);
});

app.get('/number/:id', async (req, res) => {
  const id = Number.parseInt(req.params.id, 10);
  // ok: injection/path-traversal
  res.send(await readFile(path.join(UPLOADS, `${id}.json`)));
});

app.post('/upload', upload.single('file'), async (req, res) => {
  // ok: injection/path-traversal
  const body = await readFile(req.file.path);
  // ruleid: injection/path-traversal
  await writeFile(path.join(UPLOADS, req.file.originalname), body);
  // ok: injection/path-traversal
  await writeFile(path.join(UPLOADS, sanitize(req.file.originalname)), body);
  res.sendStatus(201);
});

export async function POST(request: Request) {
  const { filename, content } = await request.json();
  // ruleid: injection/path-traversal
  await writeFile(`/data/${filename}`, content);
  // ok: injection/path-traversal
  await writeFile('/data/last.txt', content);
  return Response.json({ ok: true });
}

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const file = path.join(process.cwd(), 'content', `${slug}.md`);
  // ruleid: injection/path-traversal
  const text = await readFile(file, 'utf8');
  return new Response(text);
}

@Controller('assets')
export class AssetsController {
  @Get(':name')
  read(@Param('name') name: string, @Res() res) {
    // ruleid: injection/path-traversal
    fs.createReadStream('./assets/' + name).pipe(res);
  }
}

function resolveUpload(name: string) {
  return path.join(UPLOADS, name);
}

app.delete('/files/:name', (req, res) => {
  // ruleid: injection/path-traversal
  fs.unlinkSync(resolveUpload(req.params.name));
  res.sendStatus(204);
});

export function loadConfig(file: string) {
  // ok: injection/path-traversal
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
