import fs from 'node:fs';
import http from 'node:http';
import { Hono } from 'hono';
import type { NextApiRequest, NextApiResponse } from 'next';

http.createServer((req, res) => {
  let body = '';
  req.on('data', (chunk) => {
    body += chunk;
  });
  req.on('end', () => {
    const { name } = JSON.parse(body);
    // ruleid: injection/path-traversal
    res.end(fs.readFileSync(`/srv/pages/${name}`));
  });
});

http.createServer(async (req, res) => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  // ruleid: injection/path-traversal
  res.end(fs.readFileSync('/srv/pages/' + Buffer.concat(parts)));
});

http.createServer(async (req, res) => {
  const body = await getRawBody(req, { limit: '1kb' });
  // ruleid: injection/path-traversal
  res.end(fs.readFileSync('/srv/pages/' + body.toString('utf8')));
});

app.get('/theme', async (req, res) => {
  // ruleid: injection/path-traversal
  res.send(fs.readFileSync('/srv/themes/' + req.get('x-theme')));
  // ruleid: injection/path-traversal
  res.send(fs.readFileSync('/srv/themes/' + (await Promise.resolve(req.query.theme))));
  // ok: injection/path-traversal
  res.send(fs.readFileSync('/srv/themes/' + settings.get('x-theme')));
});

export const themes = defineEventHandler(async (event) => {
  const { theme } = await readBody(event);
  // ruleid: injection/path-traversal
  return fs.readFileSync('/srv/themes/' + theme);
});

export const colours = defineEventHandler((event) => {
  const { colour } = getQuery(event);
  // ruleid: injection/path-traversal
  return fs.readFileSync(`/srv/colours/${colour}`);
});

server.route({
  method: 'POST',
  path: '/page',
  handler: (request, h) => {
    // ruleid: injection/path-traversal
    return fs.readFileSync('/srv/pages/' + request.payload.page);
  },
});

export function page(question: NextApiRequest, answer: NextApiResponse) {
  // ruleid: injection/path-traversal
  answer.send(fs.readFileSync('/srv/pages/' + question.query.page));
}

const site = new Hono();
site.get('/page', (x) => {
  // ruleid: injection/path-traversal
  return x.body(fs.readFileSync('/srv/pages/' + x.req.query('page')));
});

const own = { query: { page: 'a' } };
for (const part of own.parts) {
  // ok: injection/path-traversal
  fs.readFileSync('/srv/pages/' + part);
}
child.stdout.on('data', (chunk) => {
  // ok: injection/path-traversal
  fs.readFileSync('/srv/pages/' + chunk);
});

const resolvers = {
  Query: {
    // ruleid: injection/path-traversal
    page: (_parent, { name }) => fs.readFileSync('/srv/pages/' + name, 'utf8'),
  },
  Page: {
    // ok: injection/path-traversal
    text: (page, args) => fs.readFileSync('/srv/pages/' + page.name, 'utf8'),
  },
};

io.on('connection', (socket) => {
  socket.on('open page', (name, reply) => {
    // ruleid: injection/path-traversal
    reply(fs.readFileSync('/srv/pages/' + name, 'utf8'));
  });
  socket.on('disconnect', (reason) => {
    // ok: injection/path-traversal
    fs.readFileSync('/srv/reasons/' + reason, 'utf8');
  });
});
queue.on('page', (name) => {
  // ok: injection/path-traversal
  fs.readFileSync('/srv/pages/' + name, 'utf8');
});

app.post('/picture', upload.single('picture'), (req, res) => {
  // ruleid: injection/path-traversal
  fs.renameSync(req.file.path, '/srv/pictures/' + req.file.originalname);
  res.end();
});
