import express from 'express';
import vm from 'node:vm';
import fs from 'node:fs';
import { exec, spawn } from 'node:child_process';
import { evaluate } from 'mathjs';
import { OPERATIONS } from './operations';

const app = express();

app.post('/calculate', (req, res) => {
  const { expression } = req.body;
  // ruleid: injection/code-eval
  const result = eval(expression);
  // ok: injection/code-eval
  const safe = evaluate(expression);
  res.json({ result, safe });
});

app.get('/run', (req, res) => {
  const code = req.query.code as string;
  // ruleid: injection/code-eval
  const fn = new Function('data', code);
  // ruleid: injection/code-eval
  const out = vm.runInNewContext(code, {});
  // ruleid: injection/code-eval
  const script = new vm.Script(`(${code})()`);
  res.json({ fn, out, script });
});

app.get('/later', (req, res) => {
  // ruleid: injection/code-eval
  setTimeout(`notify('${req.query.message}')`, 1000);
  // ok: injection/code-eval
  setTimeout(() => notify(req.query.message), 1000);
  res.end();
});

app.post('/checked', (req, res) => {
  const expr = req.body.expr;
  if (!/^[\d+\-*/(). ]+$/.test(expr)) return res.sendStatus(400);
  // ok: injection/code-eval
  res.json({ value: eval(expr) });
});

export function evaluateFormula(formula: string, row: Record<string, number>) {
  // ruleid: injection/code-eval
  return new Function('row', `with (row) { return ${formula}; }`)(row);
}

export class Calculator {
  calculate(expression: string) {
    try {
      // ruleid: injection/code-eval
      return eval(expression);
    } catch {
      return null;
    }
  }

  compute(a: number, op: string, b: number) {
    // ok: injection/code-eval
    return OPERATIONS[op]?.(a, b);
  }
}

export async function loadPlugin(url: string) {
  const response = await fetch(url);
  const source = await response.text();
  // ruleid: injection/code-eval
  return eval(source);
}

export function globalObject() {
  // ok: injection/code-eval
  return new Function('return this')();
}

export function template(source: string) {
  // ok: injection/code-eval
  return new Function('obj', source);
}

export function config(path: string) {
  // ok: injection/code-eval
  return JSON.parse(fs.readFileSync(path, 'utf8'));
}

export function legacy() {
  // ok: injection/code-eval
  eval('1 + 1');
  // ok: injection/code-eval
  return exec('ls', () => undefined);
}

export async function title(page, selector: string) {
  // ok: injection/code-eval
  await redis.eval(SCRIPT, { keys: [selector] });
  // ok: injection/code-eval
  return page.evaluate((s) => document.querySelector(s)?.textContent, selector);
}

export async function ownedItems(req: any, res: any, db: any) {
  // ruleid: injection/code-eval
  res.json(await db.collection('items').find({ $where: `this.owner == '${req.query.owner}'` }).toArray());
  // ok: injection/code-eval
  res.json(await db.collection('items').find({ owner: String(req.query.owner) }).toArray());
}

app.post('/runs', (req, res) => {
  const text = String(req.body.text);
  // ruleid: injection/code-eval
  (() => {}).constructor(text)();
  // ruleid: injection/code-eval
  [].constructor.constructor(text)();
  // ruleid: injection/code-eval
  Object.getPrototypeOf(async () => {}).constructor(text);
  // ruleid: injection/code-eval
  new Worker(text, { eval: true });
  // ruleid: injection/code-eval
  spawn('node', ['--input-type=module', '-e', text]);
  // ruleid: injection/code-eval
  spawn('/usr/bin/python3', ['-c', text]);
  // ok: injection/code-eval
  new Worker('./render.js', { workerData: text });
  // ok: injection/code-eval
  spawn('node', ['render.js', text]);
  // ok: injection/code-eval
  spawn('python3', ['render.py', '-c', text]);
  // ok: injection/code-eval
  res.json(new this.constructor(text));
});
