import express from 'express';
import escapeHtml from 'escape-html';

const app = express();

app.get('/search', (req, res) => {
  // ruleid: injection/reflected-html
  res.send(`<h1>Results for ${req.query.q}</h1>`);
});
app.get('/users/:id', (req, res) => {
  // ruleid: injection/reflected-html
  res.status(404).send('User ' + req.params.id + ' not found');
});
app.post('/comment', async (req, res) => {
  const { author, text } = req.body;
  const page = `<article><b>${author}</b><p>${text}</p></article>`;
  // ruleid: injection/reflected-html
  res.send(page);
});
function layout(title: string) {
  return `<html><head><title>${title}</title></head></html>`;
}
app.get('/page', (req, res) => {
  // ruleid: injection/reflected-html
  res.end(layout(req.query.title as string));
});
export async function GET(request: Request) {
  const name = new URL(request.url).searchParams.get('name');
  // ruleid: injection/reflected-html
  return new Response(`<p>Hello ${name}</p>`, { headers: { 'Content-Type': 'text/html' } });
}
hono.get('/hello', (c) => {
  // ruleid: injection/reflected-html
  return c.html(`<p>${c.req.query('name')}</p>`);
});

app.get('/ok1', (req, res) => {
  // ok: injection/reflected-html
  res.send(`<h1>${escapeHtml(req.query.q)}</h1>`);
});
app.get('/ok2', (req, res) => {
  // ok: injection/reflected-html
  res.json({ q: req.query.q });
});
app.get('/ok3', (req, res) => {
  // ok: injection/reflected-html
  res.type('text/plain').send('Hello ' + req.query.name);
});
app.get('/ok4', (req, res) => {
  // ok: injection/reflected-html
  res.render('search', { q: req.query.q });
});
app.get('/ok5', (req, res) => {
  const page = Number(req.query.page);
  // ok: injection/reflected-html
  res.send(`<p>Page ${page}</p>`);
});
app.get('/ok6', (req, res) => {
  // ok: injection/reflected-html
  res.send({ id: req.params.id });
});
app.get('/ok7', async (req, res) => {
  const user = await users.findById(req.params.id);
  // ok: injection/reflected-html
  res.send(user);
});
export async function POST(request: Request) {
  const body = await request.json();
  // ok: injection/reflected-html
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
}
app.get('/ok8', (req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  // ok: injection/reflected-html
  res.end(`Hello ${req.query.name}`);
});

app.get('/one-tag-taken-out', (req, res) => {
  const name = String(req.query.name).replace(/<script>/gi, '');
  // ruleid: injection/reflected-html
  res.send('<div>' + name + '</div>');
});

app.get('/characters-replaced', (req, res) => {
  const name = String(req.query.name).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  // ok: injection/reflected-html
  res.send('<div>' + name + '</div>');
});
