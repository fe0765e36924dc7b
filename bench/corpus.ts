/**
 * Source files to measure with: code as services have it, free of faults, but full of the words that rules look for, so
 * that the text filter lets rules through and the parser and matcher have work.
 */

const nouns = ['order', 'invoice', 'customer', 'parcel', 'ticket', 'account', 'report', 'session', 'product', 'message'];
const title = (word: string): string => word[0]?.toUpperCase() + word.slice(1);

/** One 30-line function of each turn, with its own names. */
function typescriptPart(index: number): string {
  const noun = nouns[index % nouns.length] as string;
  const name = `${noun}${index}`;
  const Name = title(name);
  return `
export interface ${Name} {
  id: string;
  total: number;
  createdAt: Date;
  tags?: readonly string[];
}

/** Loads one ${noun}; null when there is none. */
export async function load${Name}(id: string): Promise<${Name} | null> {
  const { rows } = await db.query('SELECT id, total, created_at FROM ${noun}s WHERE id = $1', [id]);
  const [row] = rows;
  if (!row) return null;
  return { id: row.id, total: Number(row.total), createdAt: new Date(row.created_at) };
}

router.get('/${noun}s/${index}/:id', requireUser, async (req, res, next) => {
  try {
    const found = await load${Name}(String(req.params.id));
    if (found === null) return res.status(404).json({ error: \`no ${noun} \${JSON.stringify(req.params.id)}\` });
    const file = path.join(exportFolder, \`\${found.id}.json\`);
    await writeFile(file, JSON.stringify(found, null, 2));
    res.json({ ...found, tags: found.tags ?? [], url: new URL('/${noun}s/' + encodeURIComponent(found.id), base) });
  } catch (error) {
    logger.warn({ error, path: req.path }, 'loading a ${noun} failed');
    next(error);
  }
});
`;
}

const typescriptHead = `import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';
import { Pool } from 'pg';
import { requireUser } from './auth';
import { logger } from './logger';

const db = new Pool({ connectionString: process.env.DATABASE_URL });
const base = process.env.BASE_URL ?? 'https://example.test';
const exportFolder = path.resolve('exports');
export const router = express.Router();
`;

function pythonPart(index: number): string {
  const noun = nouns[index % nouns.length] as string;
  const name = `${noun}_${index}`;
  return `
@dataclass
class ${title(noun)}${index}:
    id: str
    total: Decimal
    created_at: datetime
    tags: list[str] = field(default_factory=list)


def load_${name}(connection, key: str) -> "${title(noun)}${index} | None":
    """Loads one ${noun}; None when there is none."""
    cursor = connection.execute("SELECT id, total, created_at FROM ${noun}s WHERE id = %s", (key,))
    row = cursor.fetchone()
    if row is None:
        return None
    return ${title(noun)}${index}(id=row[0], total=Decimal(row[1]), created_at=row[2])


@router.get("/${noun}s/${index}/{key}", dependencies=[Depends(require_user)])
async def get_${name}(key: str, request: Request):
    found = await run_in_threadpool(load_${name}, request.app.state.connection, key)
    if found is None:
        raise HTTPException(status_code=404, detail=f"no ${noun} {key!r}")
    target = EXPORTS / f"{found.id}.json"
    target.write_text(json.dumps(asdict(found), default=str))
    subprocess.run(["gzip", "--keep", str(target)], check=True)
    logger.info("exported %s to %s", found.id, target)
    return {**asdict(found), "url": f"/${noun}s/{quote(found.id)}"}
`;
}

const pythonHead = `import json
import logging
import subprocess
from dataclasses import asdict, dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from .auth import require_user

logger = logging.getLogger(__name__)
router = APIRouter()
EXPORTS = Path("exports").resolve()
`;

/** One 14-line method of each turn of a class that reads a small language. */
function readerPart(index: number): string {
  const noun = nouns[index % nouns.length] as string;
  const Name = title(`${noun}${index}`);
  return `
  private read${Name}(token: Token): Item | null {
    const { kind, text } = token;
    switch (kind) {
      case 'word':
        if (text === '${noun}' || this.aliases.has(text)) return { kind: '${noun}', value: text, at: token.start };
        return this.fail(\`no ${noun} but "\${text}"\`, token);
      case 'text': {
        const value = text.slice(1, -1).replace(/\\\\(.)/g, '$1');
        this.found.push({ key: '${noun}', value, options: { quoted: true, length: value.length } });
        return { kind: '${noun}', value, at: token.start };
      }
      default:
        return null;
    }
  }
`;
}

const readerHead = `import type { Item, Token } from './model';
import { tokens } from './tokens';

const keywords: ReadonlySet<string> = new Set(['if', 'else', 'while', 'return']);

/** Where the next word begins. */
function wordAt(text: string, from: number): number {
  const found = /[A-Za-z_]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

export function isKeyword(word: string): boolean {
  return keywords.has(word);
}

export const readAll = (text: string): (Item | null)[] => new Reader(text).all();

export class Reader {
  private readonly aliases = new Map<string, string>();
  private readonly found: { key: string; value: string; options: object }[] = [];

  constructor(private readonly text: string) {}

  all(): (Item | null)[] {
    return [...tokens(this.text, wordAt(this.text, 0))].map((token) => this.readOrder0(token));
  }

  private fail(message: string, token: Token): null {
    throw new Error(\`\${token.start}: \${message}\`);
  }
`;

/** A file of at least `lines` lines, cut after a whole part. */
function grow(head: string, part: (index: number) => string, lines: number): string {
  let text = head;
  for (let index = 0; text.split('\n').length <= lines; index++) text += part(index);
  return text;
}

export const typescriptFile = (lines: number): string => grow(typescriptHead, typescriptPart, lines);
/** Code that asks nobody for anything, nearly all of it in one class. */
export const plainFile = (lines: number): string => `${grow(readerHead, readerPart, lines)}}\n`;
export const pythonFile = (lines: number): string => grow(pythonHead, pythonPart, lines);

/** A file of some 300 lines, one function of which is nested `levels` deep in callbacks and conditions. */
export function nestedFile(levels: number): string {
  let inner = "    await db.query('SELECT 1 WHERE id = $1', [req.params.id]);\n";
  for (let level = 0; level < levels; level++) {
    inner =
      level % 2
        ? `if (req.query.a${level}) {\n${inner}}\n`
        : `await each(req.body.items, async (item${level}) => {\n${inner}});\n`;
  }
  return `${typescriptFile(270)}\nrouter.post('/nested', requireUser, async (req, res) => {\n${inner}});\n`;
}
