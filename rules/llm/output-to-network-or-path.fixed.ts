import fs from 'node:fs/promises';
import path from 'node:path';
import { tool } from 'ai';
import { z } from 'zod';

const ROOT = path.resolve('workspace');
const ALLOWED_HOSTS = new Set(['docs.example.com']);

export const fetchPage = tool({
  description: 'Reads a page of the documentation',
  inputSchema: z.object({ url: z.string().url() }),
  execute: async ({ url }) => {
    if (!ALLOWED_HOSTS.has(new URL(url).hostname)) throw new Error('host');
    return (await fetch(url, { redirect: 'error' })).text();
  },
});

export const readFile = tool({
  description: 'Reads a file of the workspace',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => {
    const p = path.resolve(ROOT, name);
    if (!p.startsWith(ROOT + path.sep)) throw new Error('path');
    return fs.readFile(p, 'utf8');
  },
});
