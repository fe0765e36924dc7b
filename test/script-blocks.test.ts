import { describe, expect, test } from 'vitest';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { scriptsOf } from '../src/parse/script-blocks.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());
const rule = `rules:
  - id: no-eval
    languages: [javascript, typescript]
    severity: ERROR
    message: $CODE
    mode: taint
    pattern-sources: [{ pattern: location.hash }]
    pattern-sinks: [{ pattern: eval(...) }]
  - id: raw
    languages: [generic]
    severity: ERROR
    message: raw
    pattern: v-html="$X"
`;

async function linesIn(path: string, text: string, fragment = false): Promise<string[]> {
  const { rules, failures } = await compileRules(rule, 'r.yaml', parsers);
  expect(failures).toEqual([]);
  const source = { path, language: languageOf(path, text), text, fragment };
  const found = await scan(source, rules, { parsers, pathFits: () => true, bodies: () => rules });
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  return [
    ...found.findings.map(({ ruleId, span }) => `${lineOf(span.start)} ${ruleId}`),
    ...found.failures.map((one) => one.kind),
  ];
}

describe('scripts in other files', () => {
  test.each([
    [
      'a page',
      'a.html',
      '<p>eval(location.hash)</p>\n<script>\nconst h = location.hash;\n</script>\n<SCRIPT>eval(h)</SCRIPT >',
      ['5 no-eval'],
    ],
    [
      'scripts that do not run',
      'a.html',
      '<!-- <script>eval(location.hash)</script> -->\n<script type="text/template">eval(location.hash)</script>',
      [],
    ],
    ['a module', 'a.htm', '<script type="module" src=x>\neval(location.hash)\n</script>', ['2 no-eval']],
    [
      'a page to fill in',
      'a.html',
      '<script>{% if x %}\nlet a = {{ a.b }}, b = "<%= c %>";\neval(location.hash) {% endif %}</script>',
      ['3 no-eval'],
    ],
    [
      'Vue',
      'a.vue',
      '<template><b v-html="x"/></template>\n<script setup lang="ts" generic="T extends A<B>">\nconst x: string = location.hash;\neval(x as string);\n</script>\n',
      ['1 raw', '4 no-eval'],
    ],
    [
      'Svelte',
      'a.svelte',
      '<script context="module">\nlet x = location.hash;\n</script>\n{@html x}\n<script>\n$: eval(x);\n</script>',
      ['6 no-eval'],
    ],
    ['Astro', 'a.astro', '---\nconst x: string = location.hash;\neval(x);\n---\n<b>eval(location.hash)</b>', ['3 no-eval']],
    ['a block without an end', 'a.html', '<b>\r\n<script>\r\neval(location.hash)', ['3 no-eval']],
  ])('%s', async (_, path, text, expected) => {
    expect(await linesIn(path, text)).toEqual(expected);
  });

  test('a piece of a component is read as a script', async () => {
    expect(await linesIn('a.vue', 'eval(location.hash)', true)).toEqual(['1 no-eval']);
    expect(await linesIn('a.vue', '<b>eval(location.hash)</b>', true)).toEqual([]);
  });

  test('the markup of a page is HTML, its scripts are not', async () => {
    const both = `rules:
  - id: tag
    languages: [html]
    severity: ERROR
    message: m
    pattern: <script src="$X" ...>...</script>
  - id: both
    languages: [html, javascript]
    severity: ERROR
    message: m
    pattern-either: [{ pattern: '$F("a")' }, { pattern: '<b a="$X" />' }]
`;
    const found = async (path: string, text: string): Promise<string[]> => {
      const { rules } = await compileRules(both, 'r.yaml', parsers);
      const source = { path, language: languageOf(path, text), text, fragment: false };
      const tools = {
        parsers,
        pathFits: () => true,
        bodies: (heads: readonly { id: string }[]) => rules.filter(({ id }) => heads.some((head) => head.id === id)),
      };
      const { findings, failures } = await scan(source, rules, tools);
      expect(failures).toEqual([]);
      return findings.map(({ ruleId, span }) => `${ruleId} ${text.slice(span.start, span.end)}`);
    };
    const text = '<script src="x"></script><p>f("a") & b</p><b a="c"></b><script>f("a", \'<b a="d"></b>\'); g("a")</script>';
    expect(await found('a.html', text)).toEqual(['tag <script src="x"></script>', 'both <b a="c"></b>', 'both g("a")']);
    expect(await found('a.vue', text)).toEqual(['both g("a")']);
  });

  test('offsets stay', () => {
    for (const text of ['<script>a</script><b/>', '---\na\n---\n<script>b', '<script a="', '<!--', '😀<script>x\r\n</script>'])
      for (const path of ['a.html', 'a.astro']) expect(scriptsOf(path, text, false)).toHaveLength(text.length);
  });
});
