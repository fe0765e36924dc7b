/** `forestall rules docs`: one page per rule, made from the rule and its fixtures. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { filesBelow, fixturesOf, ruleFilesAt } from '../host/rule-files.ts';
import type { Rule } from '../model/rule.ts';
import { annotationsIn } from '../rules/annotations.ts';
import { fixesOf } from './explain.ts';
import { makeParsers } from './parsers.ts';
import { rulesAt } from './ruleset.ts';

/** Lines shown of an example. */
const EXAMPLE_LINES = 12;

export async function rulesDocs(folder: string, options: { output: string; check?: boolean }, io: Io): Promise<number> {
  const output = resolve(io.cwd, options.output);
  const wanted = new Map<string, string>();
  const root = resolve(io.cwd, folder);
  const { files, failures } = await ruleFilesAt(root, io.cwd);
  const parsers = makeParsers(io);
  const all: Rule[] = [];
  for (const file of files) {
    const compiled = await rulesAt([file], io.cwd, parsers);
    failures.push(...compiled.failures);
    all.push(...compiled.rules);
    const pages = compiled.rules.map((rule) => page(rule, file));
    if (pages.length > 0) wanted.set(join(output, relative(root, file).replace(/\.ya?ml$/i, '.md')), pages.join('\n'));
  }
  for (const [pack, text] of packPages(all)) wanted.set(join(output, pack, 'README.md'), text);
  for (const { path, message } of failures) io.stderr(`forestall: ${path}: ${message}\n`);
  if (failures.length > 0) return 1;
  const stale = [...wanted].filter(([path, text]) => contentOf(path) !== text).map(([path]) => path);
  const extra = filesBelow(output).filter((path) => path.endsWith('.md') && !wanted.has(path));
  if (options.check) {
    for (const path of [...stale, ...extra]) io.stderr(`${relative(io.cwd, path)} is stale; run \`forestall rules docs\`\n`);
    return stale.length + extra.length > 0 ? 1 : 0;
  }
  for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted.get(path) ?? '');
  }
  for (const path of extra) rmSync(path);
  io.stdout(`${wanted.size} pages, ${stale.length} written, ${extra.length} removed.\n`);
  return 0;
}

/** The pages that list the rules of each pack, by pack. */
function packPages(rules: readonly Rule[]): Map<string, string> {
  const packs = new Map<string, Rule[]>();
  for (const rule of rules) {
    const pack = rule.id.slice(0, Math.max(0, rule.id.indexOf('/')));
    if (pack === '') continue;
    packs.set(pack, [...(packs.get(pack) ?? []), rule]);
  }
  const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return new Map(
    [...packs].map(([pack, its]) => [
      pack,
      [
        `# Pack \`${pack}\``,
        '',
        `${its.length} rules. Chosen in the policy as \`${pack}/*\`.`,
        '',
        '| rule | severity | confidence | languages | finds |',
        '|---|---|---|---|---|',
        ...its.map(
          ({ id, severity, confidence, languages, message }) =>
            `| [${id}](${id.slice(pack.length + 1)}.md) | ${severity} | ${confidence} | ${languages.join(', ')} | ${cell(message)} |`,
        ),
        '',
      ].join('\n'),
    ]),
  );
}

function page(rule: Rule, file: string): string {
  const lines = [`# ${rule.id}`, '', rule.message, ''];
  if (rule.why !== '') lines.push(`**Why it matters.** ${rule.why}`, '');
  if (rule.fix !== '') lines.push(`**Write instead.** ${rule.fix}`, '');
  if (rule.replacement !== null || rule.replacementRegex !== null)
    lines.push('Where that is a matter of one setting, `forestall scan --fix` changes it.', '');
  for (const { languages, fix } of fixesOf(rule)) lines.push(`- ${languages.join(', ')}: ${fix}`);
  if (rule.fixes) lines.push('');
  const maps = [...rule.cwe, ...rule.owasp].join(', ');
  lines.push('| severity | confidence | languages | maps to |', '|---|---|---|---|');
  lines.push(`| ${rule.severity} | ${rule.confidence} | ${rule.languages.join(', ')} | ${maps || '–'} |`, '');
  for (const fixture of fixturesOf(file)) lines.push(...examples(rule.id, fixture));
  if (rule.references.length > 0) lines.push('## References', '', ...rule.references.map((reference) => `- <${reference}>`), '');
  return lines.join('\n');
}

function examples(ruleId: string, fixture: string): string[] {
  const text = readFileSync(fixture, 'utf8');
  const annotations = annotationsIn(text).filter((entry) => entry.ruleId === ruleId);
  const show = (title: string, kind: 'ruleid' | 'ok'): string[] => {
    const first = annotations.find((entry) => entry.kind === kind);
    if (!first) return [];
    return [
      `## ${title} (${basename(fixture)})`,
      '',
      `\`\`\`${extname(fixture).slice(1)}`,
      ...excerpt(text, first.line),
      '```',
      '',
    ];
  };
  return [...show('Found', 'ruleid'), ...show('Not found', 'ok')];
}

/** The lines around `line` up to the next annotation or blank line, without the annotation itself. */
function excerpt(text: string, line: number): string[] {
  const lines = text.split(/\r?\n/);
  const marks = new Set(annotationsIn(text).flatMap((entry) => [entry.from - 1]));
  let end = line;
  while (end < lines.length && end - line < EXAMPLE_LINES && lines[end]?.trim() !== '' && !marks.has(end + 1)) end++;
  let start = line - 1;
  while (start > 0 && line - start < EXAMPLE_LINES && lines[start - 1]?.trim() !== '') start--;
  return lines.slice(start, end).filter((content) => !/\b(?:todo|pro|deep)*(?:ruleid|ok):\s*[\w./-]+/.test(content));
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
