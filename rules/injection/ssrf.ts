import express from 'express';
import axios from 'axios';
import got from 'got';
import https from 'node:https';
import puppeteer from 'puppeteer';
import { Body, Controller, Post } from '@nestjs/common';

const app = express();
const API_URL = process.env.API_URL ?? 'https://api.example.com';
const ALLOWED_HOSTS = new Set(['images.example.com', 'cdn.example.com']);
const FEEDS: Record<string, string> = { news: 'https://news.example.com/rss' };

app.get('/preview', async (req, res) => {
  const { url } = req.query;
  // ruleid: injection/ssrf
  const response = await fetch(url as string);
  res.send(await response.text());
});

app.get('/image', async (req, res) => {
  // ruleid: injection/ssrf
  const image = await axios.get(req.query.src as string, { responseType: 'arraybuffer' });
  res.send(image.data);
});

app.post('/webhook/test', async (req, res) => {
  const target = req.body.webhookUrl;
  // ruleid: injection/ssrf
  await axios({ method: 'post', url: target, data: { test: true } });
  // ruleid: injection/ssrf
  await got.post(target, { json: {} });
  res.sendStatus(204);
});

app.get('/tenant', async (req, res) => {
  // ruleid: injection/ssrf
  const data = await fetch(`https://${req.query.tenant}.example.com/status`);
  // ruleid: injection/ssrf
  const info = await fetch('http://' + req.query.host + '/info');
  res.json({ data, info });
});

app.get('/users/:id', async (req, res) => {
  // ok: injection/ssrf
  const user = await fetch(`https://api.example.com/users/${req.params.id}`);
  // ok: injection/ssrf
  const posts = await fetch(`${API_URL}/users/${req.params.id}/posts?page=${req.query.page}`);
  // ok: injection/ssrf
  const likes = await axios.get(API_URL + '/likes/' + req.params.id);
  // ok: injection/ssrf
  const search = await axios.get(`${API_URL}/search`, { params: { q: req.query.q } });
  // ok: injection/ssrf
  const city = await fetch('https://weather.example.com/v1?city=' + encodeURIComponent(String(req.query.city)));
  // ok: injection/ssrf
  const created = await fetch(`${API_URL}/users`, { method: 'POST', body: JSON.stringify(req.body) });
  res.json({ user, posts, likes, search, city, created });
});

app.get('/allowed', async (req, res) => {
  const target = new URL(String(req.query.url));
  if (target.protocol !== 'https:' || !ALLOWED_HOSTS.has(target.hostname)) {
    return res.status(400).json({ error: 'host' });
  }
  // ok: injection/ssrf
  const response = await fetch(target);
  return res.send(await response.text());
});

app.get('/allowed-text', async (req, res) => {
  const raw = req.query.url as string;
  let parsed: URL;
  try {
    parsed = new URL(raw);
  } catch {
    return res.sendStatus(400);
  }
  if (!ALLOWED_HOSTS.has(parsed.hostname)) return res.sendStatus(400);
  // ok: injection/ssrf
  const response = await fetch(parsed.toString());
  return res.send(await response.text());
});

app.get('/helper', async (req, res) => {
  const url = await assertPublicUrl(req.query.url);
  // ok: injection/ssrf
  const response = await fetch(url);
  res.send(await response.text());
});

app.get('/feed/:name', async (req, res) => {
  const feed = FEEDS[req.params.name];
  // ok: injection/ssrf
  const response = await fetch(feed);
  res.send(await response.text());
});

app.get('/hook/:id', async (req, res) => {
  const hook = await db.hooks.findUnique({ where: { id: req.params.id } });
  // ok: injection/ssrf
  await fetch(hook.url, { method: 'POST' });
  res.sendStatus(204);
});

app.post('/pdf', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ruleid: injection/ssrf
  await page.goto(req.body.url);
  res.send(await page.pdf());
});

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const link = searchParams.get('link');
  // ruleid: injection/ssrf
  const page = await fetch(link!);
  // ok: injection/ssrf
  const self = await fetch(new URL('/api/health', request.url));
  return Response.json({ page, self });
}

export async function POST(request: Request) {
  const { url } = await request.json();
  return new Promise((resolve) => {
    // ruleid: injection/ssrf
    https.get(url, (response) => resolve(new Response(String(response.statusCode))));
  });
}

@Controller('import')
export class ImportController {
  constructor(private readonly httpService) {}

  @Post()
  async import(@Body() dto: ImportDto) {
    // ruleid: injection/ssrf
    return this.httpService.get(dto.url);
  }
}

async function download(address: string) {
  // ruleid: injection/ssrf
  return axios.get(address);
}

app.post('/download', async (req, res) => {
  res.send(await download(req.body.address));
});

export async function loadUser(id: string) {
  // ok: injection/ssrf
  return fetch(`/api/users/${id}`);
}

app.post('/trigger/:id', requireUser, async (req, res) => {
  // ok: injection/ssrf
  const call = http.request({ host: config.host, port: 80, method: 'POST', path: `/triggers/${req.params.id}` });
  call.end();
  // ruleid: injection/ssrf
  http.request({ host: req.body.host, path: '/' }).end();
});

export function forwardedHost(request) {
  // ok: injection/ssrf
  return (request.get('x-forwarded-host') ?? request.headers.host).split(',')[0];
}
