import { promises as fs } from 'fs';
import * as path from 'path';

const STORAGE = '/var/app/storage';

export async function load(fileName: string) {
  const full = path.join(STORAGE, fileName);
  // ruleid: injection/path-parameter
  return fs.readFile(full);
}

export async function store(filename: string, data: string) {
  // ruleid: injection/path-parameter
  await fs.writeFile(path.resolve(STORAGE, filename), data);
}

export async function checked(fileName: string) {
  const full = path.resolve(STORAGE, fileName);
  if (!full.startsWith(STORAGE + path.sep)) throw new Error('path');
  // ok: injection/path-parameter
  return fs.readFile(full);
}

export async function last(fileName: string) {
  // ok: injection/path-parameter
  return fs.readFile(path.join(STORAGE, path.basename(fileName)));
}

export async function any(file: string) {
  // ok: injection/path-parameter
  return fs.readFile(file);
}
