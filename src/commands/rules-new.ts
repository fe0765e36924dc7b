/** `forestall rules new`: a rule to begin with, and a fixture that it is tried on. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { shownPath } from '../host/world.ts';
import type { LanguageId } from '../model/language.ts';
import { languageNamed } from '../parse/languages.ts';
import { bundledRules } from './ruleset.ts';

export interface RulesNewOptions {
  /** The folder of rules. */
  dir: string;
  language: string;
  taint?: boolean;
}

/** Writes two files, or none: refuses what would be overwritten. */
export async function rulesNew(id: string, options: RulesNewOptions, io: Io): Promise<number> {
  const fault = (message: string): number => {
    io.stderr(`forestall: ${message}\n`);
    return 1;
  };
  if (!/^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*$/.test(id))
    return fault(`\`${id}\` is no id: small letters, digits and hyphens, such as \`acme/no-eval\``);
  if ((await bundledRules()).some((rule) => rule.id === id)) return fault(`\`${id}\` is a bundled rule: choose another id`);
  const language = languageNamed(options.language);
  const form = language === null ? undefined : forms[language];
  if (language === null || !form)
    return fault(`no skeleton for \`${options.language}\`; there is one for ${Object.keys(forms).sort().join(', ')}`);
  if (options.taint && form.taint === false) return fault(`no skeleton of a taint rule for \`${language}\``);
  const base = join(resolve(io.cwd, options.dir), ...id.split('/'));
  const files = { rule: `${base}.yaml`, fixture: `${base}.${form.extension}` };
  const shown = (path: string): string => shownPath(path, io.cwd);
  for (const path of Object.values(files)) if (existsSync(path)) return fault(`${shown(path)} is there already`);
  try {
    mkdirSync(dirname(base), { recursive: true });
    writeFileSync(files.rule, ruleText(id, language, form, options.taint === true), { flag: 'wx' });
    writeFileSync(files.fixture, fixtureText(id, form, options.taint === true), { flag: 'wx' });
  } catch (error) {
    return fault((error as Error).message);
  }
  io.stdout(`wrote ${shown(files.rule)}
wrote ${shown(files.fixture)}

Next: say in the first what is to be found and what harm it does, and in the second show code that must be found
(\`ruleid:\`) and code like it that must not (\`ok:\`). Then

  forestall rules test ${options.dir}
  forestall scan --rules ${shown(files.rule)} --no-bundled-rules .
`);
  return 0;
}

interface Form {
  extension: string;
  /** Begins a comment. */
  comment: string;
  /** A call of `name`, as code and as a pattern. */
  call(name: string, argument: string): string;
  /** An argument that comes from outside, and one that does not. */
  outside: string;
  fixed: string;
  /** The pattern of the latter; any constant text when left out. */
  harmless?: string;
  /** Around the lines of the fixture. */
  before?: string;
  after?: string;
  indent?: string;
  /** False where flows of data are not followed. */
  taint?: false;
}

const plainCall = (name: string, argument: string): string => `${name}(${argument})`;
const statement = (name: string, argument: string): string => `${name}(${argument});`;
const script: Form = { extension: 'js', comment: '//', call: statement, outside: 'input', fixed: '"fixed"' };

const forms: { readonly [language in LanguageId]?: Form } = {
  javascript: script,
  typescript: { ...script, extension: 'ts' },
  python: { ...script, extension: 'py', comment: '#', call: plainCall, outside: 'text' },
  ruby: { ...script, extension: 'rb', comment: '#', call: plainCall, outside: 'text' },
  go: { ...script, extension: 'go', call: plainCall, before: 'package p\n\nfunc f(input string) {', after: '}', indent: '\t' },
  java: { ...script, extension: 'java', before: 'class A {\n  void f(String input) {', after: '  }\n}', indent: '    ' },
  csharp: { ...script, extension: 'cs', before: 'class A {\n  void F(string input) {', after: '  }\n}', indent: '    ' },
  kotlin: { ...script, extension: 'kt', call: plainCall, before: 'fun f(input: String) {', after: '}', indent: '    ' },
  rust: { ...script, extension: 'rs', before: 'fn f(input: &str) {', after: '}', indent: '    ' },
  php: { ...script, extension: 'php', outside: '$input', before: '<?php' },
  yaml: {
    extension: 'test.yaml',
    comment: '#',
    call: (name, argument) => `${name}: ${argument}`,
    outside: 'everybody',
    fixed: 'nobody',
    harmless: 'nobody',
    taint: false,
  },
  hcl: {
    extension: 'tf',
    comment: '#',
    call: (name, argument) => `${name} = ${argument}`,
    outside: 'var.input',
    fixed: '"fixed"',
    before: 'resource "a" "b" {',
    after: '}',
    indent: '  ',
    taint: false,
  },
};

function ruleText(id: string, language: LanguageId, form: Form, taint: boolean): string {
  const pattern = (name: string, argument: string): string => `'${form.call(name, argument).replace(/;$/, '')}'`;
  const search = `    patterns:
      - pattern: ${pattern('dangerous', '$ARGUMENT')}
      - pattern-not: ${pattern('dangerous', form.harmless ?? '"..."')}
`;
  const flow = `    mode: taint
    pattern-sources:
      - pattern: ${pattern('fromOutside', '...')}
    pattern-sanitizers:
      - pattern: ${pattern('checked', '...')}
    pattern-sinks:
      - patterns:
          - pattern: ${pattern('dangerous', '$ARGUMENT')}
          - focus-metavariable: $ARGUMENT
`;
  return `rules:
  - id: ${id}
    languages: [${language === 'javascript' ? 'javascript, typescript' : language}]
    severity: high
    message: '${taint ? 'What comes from outside reaches dangerous.' : 'dangerous is given $ARGUMENT.'}'
    metadata:
      why: >-
        Say what harm it does.
      fix: >-
        Say what to write instead.
      confidence: medium
      cwe: []
      references: []
${taint ? flow : search}`;
}

function fixtureText(id: string, form: Form, taint: boolean): string {
  const { comment, call, outside, fixed, before, after, indent = '' } = form;
  const bare = (code: string): string => code.replace(/;$/, '');
  const bad = taint ? call('dangerous', bare(call('fromOutside', fixed))) : call('dangerous', outside);
  const good = taint ? call('dangerous', bare(call('checked', bare(call('fromOutside', fixed))))) : call('dangerous', fixed);
  const lines = [`${comment} ruleid: ${id}`, bad, `${comment} ok: ${id}`, good].map((line) => `${indent}${line}`);
  return `${[...(before === undefined ? [] : [before]), ...lines, ...(after === undefined ? [] : [after])].join('\n')}\n`;
}
