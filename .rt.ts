import { readFileSync, readdirSync } from 'node:fs';
import { compileRules } from './src/rules/compile.ts';
import { scan } from './src/engine/scan.ts';
import { loadParsers } from './src/parse/backends.ts';
import { parserAssets } from './src/host/assets.ts';
import { languageOf } from './src/parse/languages.ts';
const parsers = loadParsers(parserAssets());
for (const rule of process.argv.slice(2)) {
  const [pack, id] = rule.split('/') as [string, string];
  const { rules, failures } = await compileRules(readFileSync(`rules/${rule}.yaml`, 'utf8'), rule, parsers);
  for (const f of failures) console.log('BAD', f.line, f.message);
  for (const file of readdirSync(`rules/${pack}`)) {
    if (!file.startsWith(id + '.') || file.endsWith('.yaml')) continue;
    const text = readFileSync(`rules/${pack}/${file}`, 'utf8');
    const r = await scan({ path: file, text, language: languageOf(file, text), fragment: false } as any, rules, { parsers, pathFits: () => true, bodies: () => rules });
    const got = [...new Set(r.findings.map((x) => text.slice(0, x.span.start).split('\n').length))];
    const lines = text.split('\n'); const want: number[] = [];
    lines.forEach((l, i) => { if (new RegExp(`ruleid: ${rule}$|ruleid: ${rule}[ ,*-]`).test(l)) want.push(i + 2); });
    const miss = want.filter((w) => !got.includes(w)), noise = got.filter((g) => !want.includes(g));
    console.log(file, got.length, 'missing', miss.join(' '), 'noisy', noise.join(' '), r.failures.map((f) => f.message).join());
  }
}
