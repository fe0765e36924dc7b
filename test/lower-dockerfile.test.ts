import { describe, expect, it } from 'vitest';
import { dockerfile } from '../src/parse/dockerfile.ts';
import { benchFor, broken, wholeText } from './lowering.ts';

const bench = await benchFor('bash', dockerfile, './lower-dockerfile.txt', '\n');

describe('Dockerfiles', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    const parsed = bench.parse(code);
    expect(parsed.program.body.length).toBe(expected.length);
    expect(parsed.hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(35);
  });

  it('with Windows line ends read the same', () => {
    const code = 'RUN a && \\\r\n  # c\r\n  b\r\nENV A=1\r\nRUN <<EOF\r\nc\r\nEOF\r\nCMD x\r\n';
    expect(bench.lowered(code)).toEqual(bench.lowered(code.replaceAll('\r', '')));
  });

  it('with a byte order mark read the same', () => {
    expect(bench.lowered('\ufeffFROM a\n')).toEqual(bench.lowered('FROM a\n'));
  });
});

describe('shell code in a Dockerfile', () => {
  it('has the offsets of the file', () => {
    const code = 'FROM a\nRUN x \\\n  # c\n  && curl -f "$U"\n';
    const { program } = bench.parse(code);
    const found: string[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { kind, start, end } = node as { kind?: string; start: number; end: number };
      if (kind === 'call') found.push(code.slice(start, end));
      for (const [key, value] of Object.entries(node))
        if (key !== 'parent') Array.isArray(value) ? value.forEach(visit) : visit(value);
    };
    program.body.forEach(visit);
    expect(found).toEqual(['FROM a', 'RUN x \\\n  # c\n  && curl -f "$U"', 'x', 'curl -f "$U"']);
  });

  it('is parsed when it is looked at', () => {
    const parsed = bench.parse('FROM a\nRUN if\nCMD b\n');
    expect(parsed.hasError).toBe(false);
    expect(parsed.program.body.length).toBe(3);
    expect(parsed.hasError).toBe(true);
    expect(parsed.faults()[0]).toMatchObject({ kind: 'syntax', line: 2 });
  });
});

describe('a broken Dockerfile', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['an open heredoc', 'RUN <<EOF\na\nb'],
    ['an open quote', 'ENV A="b\nLABEL c=\'\n'],
    ['an open variable', 'FROM ${A\nENV B=${\n'],
    ['no keyword', '["a"]\n=\n\\\n'],
    ['continuations to the end', 'RUN a \\\n\\\n\\\n'],
    ['many instructions', 'RUN a && b | c\n'.repeat(2_000)],
    ['one long instruction', `RUN a${' && b \\\n'.repeat(2_000)} && c`],
    ['brackets', `RUN ${'$('.repeat(2_000)}`],
    ['nested instructions', `${'ONBUILD '.repeat(2_000)}RUN a`],
  ])('with %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
