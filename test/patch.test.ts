import { describe, expect, it } from 'vitest';
import { applyHunks, parsePatch, patchEffects } from '../src/effects/patch.ts';
import type { World } from '../src/model/world.ts';

const patch = (...lines: string[]) => ['*** Begin Patch', ...lines, '*** End Patch', ''].join('\n');

function world(files: Record<string, string>): World {
  return {
    workspace: '/repo',
    home: '/home/dev',
    platform: 'linux',
    readFile: (path) => (Object.hasOwn(files, path) ? { kind: 'text', text: files[path] ?? '' } : { kind: 'missing' }),
  };
}

/** The effects in short: `path=after`, `path~fragments`, `-path`, `path<renamedFrom=after`. */
function run(text: string, files: Record<string, string> = {}, cwd = '/repo'): string[] {
  return patchEffects(text, world(files), cwd).map((effect) => {
    if (effect.kind === 'delete') return `-${effect.path}`;
    if (effect.kind !== 'write') return effect.kind;
    const from = effect.renamedFrom === null ? '' : `<${effect.renamedFrom}`;
    return `${effect.path}${from}${effect.after === null ? `~${effect.fragments.join('|')}` : `=${effect.after}`}`;
  });
}

/** The one file `a` after hunks in the patch text. */
function apply(text: string, ...lines: string[]): string | null {
  const { files, fault } = parsePatch(patch('*** Update File: a', ...lines));
  expect(fault).toBeNull();
  const file = files[0];
  if (file?.kind !== 'update') throw new Error('no update');
  return applyHunks(text, file.hunks);
}

describe('grammar', () => {
  it('reads every kind of file operation', () => {
    const { files, fault } = parsePatch(
      patch(
        '*** Environment ID: x',
        '*** Add File: n',
        '+1',
        '+',
        '*** Delete File: d',
        '*** Update File: u',
        '*** Move to: v',
        '@@ h',
        '-a',
        '+b',
      ),
    );
    expect(fault).toBeNull();
    expect(files).toEqual([
      { kind: 'add', path: 'n', text: '1\n\n' },
      { kind: 'delete', path: 'd' },
      {
        kind: 'update',
        path: 'u',
        moveTo: 'v',
        hunks: [
          {
            header: 'h',
            atEnd: false,
            lines: [
              { kind: 'remove', text: 'a' },
              { kind: 'add', text: 'b' },
            ],
          },
        ],
      },
    ]);
  });

  const body = patch('*** Add File: n', '+1');
  it.each([
    ['blanks around the whole', `\n  ${body}  \n`],
    ['CRLF', body.replaceAll('\n', '\r\n')],
    ['a heredoc', `<<'EOF'\n${body}EOF`],
    ['a heredoc with its command', `apply_patch <<"PATCH"\n${body}PATCH\n`],
    ['blanks around markers', body.replace('*** Add', '  *** Add').replace('*** End Patch', ' *** End Patch ')],
  ])('tolerates %s', (_, text) => {
    expect(parsePatch(text)).toEqual({ fault: null, files: [{ kind: 'add', path: 'n', text: '1\n' }] });
  });

  it.each([
    ['no patch at all', 'hello', 0],
    ['nothing', '', 0],
    ['no end', '*** Begin Patch\n*** Add File: a\n+x', 1],
    ['a stray line', patch('what', '*** Add File: a', '+x'), 1],
    ['an update without hunks', patch('*** Update File: a'), 1],
    ['two headers in a row', patch('*** Update File: a', '@@ x', '@@ y', '-a'), 1],
    ['a header without a blank', patch('*** Update File: a', '@@x', '-a'), 1],
    ['a second hunk without a header', patch('*** Update File: a', '-a', 'what', '-b'), 1],
  ])('finds fault with %s, and reads on', (_, text, count) => {
    const { fault, files } = parsePatch(text);
    expect(fault).not.toBeNull();
    expect(files).toHaveLength(count);
  });

  it('does not take a context line for a marker', () => {
    const { files } = parsePatch(
      patch('*** Update File: a', ' *** End Patch', '+evil', ' *** End of File', '*** Add File: b', '+x'),
    );
    expect(files).toHaveLength(2);
    expect(files[0]).toMatchObject({
      hunks: [{ lines: [{ kind: 'keep' }, { kind: 'add', text: 'evil' }, { kind: 'keep' }], atEnd: false }],
    });
  });
});

describe('hunks', () => {
  const file = 'one\ntwo\nthree\ntwo\nfour\n';
  it.each<[string, string, string[], string | null]>([
    ['replaces', file, ['@@', ' one', '-two', '+2', ' three'], 'one\n2\nthree\ntwo\nfour\n'],
    ['needs no first @@', file, ['-one', '+1'], '1\ntwo\nthree\ntwo\nfour\n'],
    ['takes the first of several places', file, ['@@', '-two', '+2'], 'one\n2\nthree\ntwo\nfour\n'],
    ['goes to the header first', file, ['@@ three', '-two', '+2'], 'one\ntwo\nthree\n2\nfour\n'],
    ['wants the whole header line', file, ['@@ thr', '-two', '+2'], null],
    ['does not know line numbers', file, ['@@ -1,2 +1,2 @@', '-two', '+2'], null],
    ['searches forward only', file, ['@@', '-four', '+4', '@@', '-one', '+1'], null],
    ['goes on behind the hunk before', file, ['@@', '-two', '+2', '@@', '-two', '+II'], 'one\n2\nthree\nII\nfour\n'],
    ['anchors at the end', file, ['@@', '-two', '+2', ' four', '*** End of File'], 'one\ntwo\nthree\n2\nfour\n'],
    ['anchors at the end only', file, ['@@', '-one', '+1', '*** End of File'], null],
    ['appends what is only added', file, ['@@ one', '+end'], `${file}end\n`],
    ['appends before a hunk further up', file, ['@@', '+end', '@@', '-one', '+1'], '1\ntwo\nthree\ntwo\nfour\nend\n'],
    ['ignores blanks at line ends', 'a  \nb\n', ['@@', ' a', '-b', '+c'], 'a  \nc\n'],
    ['ignores indentation last, and keeps the file’s', '    a\n  b\n', ['@@', ' a', '-b', '+c'], '    a\nc\n'],
    ['prefers an exact place', '  a\nx\na\n', ['@@', '-a', '+b'], '  a\nx\nb\n'],
    ['ignores typographic punctuation', 'a – “b” it’s\u00A0c\n', ['@@', '-a - "b" it\'s c', '+x'], 'x\n'],
    ['keeps CRLF', 'a\r\nb\r\n', ['@@', ' a', '-b', '+c', '+d'], 'a\r\nc\r\nd\r\n'],
    ['ends with a newline', 'a\nb', ['@@', '-b', '+c'], 'a\nc\n'],
    ['ends with a newline, hunk elsewhere', 'a\nb', ['@@', '-a', '+c'], 'c\nb\n'],
    ['is defeated by a byte order mark', '\uFEFFa\nb\n', ['@@', '-a', '+c'], null],
    ['works behind a byte order mark', '\uFEFFa\nb\n', ['@@', '-b', '+c'], '\uFEFFa\nc\n'],
    ['matches an empty line at the end', 'a\nb\n', ['@@', '-b', '+c', ' '], 'a\nc\n'],
    ['empties a file', 'a\n', ['@@', '-a'], ''],
    ['fails where it does not fit', file, ['@@', '-nine', '+9'], null],
    ['fills an empty file', '', ['@@', '+a'], 'a\n'],
  ])('%s', (_, text, lines, expected) => {
    expect(apply(text, ...lines)).toBe(expected);
  });
});

describe('effects of a patch', () => {
  it('resolves paths against the folder of the call', () => {
    expect(run(patch('*** Add File: a', '+x', '*** Add File: ../b', '+y', '*** Add File: /c', '+z'), {}, '/repo/src')).toEqual([
      '/repo/src/a=x\n',
      '/repo/b=y\n',
      '/c=z\n',
    ]);
  });

  it('adds over a file that is there, and an empty file', () => {
    expect(patchEffects(patch('*** Add File: a', '+x'), world({ '/repo/a': 'old\n' }), '/repo')).toMatchObject([
      { before: 'old\n', after: 'x\n' },
    ]);
    expect(run(patch('*** Add File: a'))).toEqual(['/repo/a=']);
  });

  it('deletes what is there', () => {
    expect(run(patch('*** Delete File: a'), { '/repo/a': 'x' })).toEqual(['-/repo/a']);
    expect(run(patch('*** Delete File: a'))).toEqual([]);
  });

  it('moves: the old findings come along', () => {
    const effects = patchEffects(
      patch('*** Update File: a', '*** Move to: b', '@@', '-x', '+y'),
      world({ '/repo/a': 'x\n', '/repo/b': 'z' }),
      '/repo',
    );
    expect(effects).toEqual([
      { kind: 'write', path: '/repo/b', before: 'x\n', after: 'y\n', fragments: [], renamedFrom: '/repo/a' },
      { kind: 'delete', path: '/repo/a' },
    ]);
  });

  it('takes each file as the operations before left it', () => {
    expect(run(patch('*** Add File: a', '+x', '*** Update File: a', '@@', '-x', '+y'))).toEqual(['/repo/a=y\n']);
    expect(run(patch('*** Update File: a', '-x', '+y', '*** Update File: a', '-y', '+z'), { '/repo/a': 'x\n' })).toEqual([
      '/repo/a=z\n',
    ]);
    expect(run(patch('*** Delete File: a', '*** Add File: a', '+y'), { '/repo/a': 'x\n' })).toEqual(['/repo/a=y\n']);
  });

  it('gives the added lines of what has no place as fragments, and goes on', () => {
    const text = patch('*** Update File: a', '@@', '-nine', '+9', '+10', '@@', '-one', '+1', '*** Add File: b', '+x');
    expect(run(text, { '/repo/a': 'one\n' })).toEqual(['/repo/a~9\n10\n|1\n', '/repo/b=x\n']);
  });

  it('does nothing to a file that is not there', () => {
    expect(run(patch('*** Update File: a', '-x', '+y'))).toEqual([]);
  });

  it('reads a broken patch as far as it goes', () => {
    expect(run('*** Begin Patch\n*** Add File: a\n+x')).toEqual(['/repo/a=x\n']);
    expect(run('nonsense')).toEqual([]);
  });

  it('stays quick on a long file with many hunks that do not fit', () => {
    const text = Array.from({ length: 20_000 }, (_, k) => `line ${k}\n`).join('');
    const hunks = Array.from({ length: 200 }, (_, k) => ['@@', `-absent ${k}`, `+x ${k}`]).flat();
    expect(run(patch('*** Update File: a', ...hunks), { '/repo/a': text })).toHaveLength(1);
  });
});
