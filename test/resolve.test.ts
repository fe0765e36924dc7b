import { describe, expect, test } from 'vitest';
import { MAX_COMMANDS, resolveScript } from '../src/effects/resolve.ts';
import { readScript } from '../src/effects/shell.ts';
import type { ResolvedScript } from '../src/model/shell.ts';
import type { World } from '../src/model/world.ts';
import { parseShell } from '../src/parse/shell.ts';
import { absolute, locate } from '../src/parse/shell-path.ts';

const resolve = (text: string): ResolvedScript =>
  resolveScript(text, { cwd: '/ws', home: '/home/u', workspace: '/ws', parameters: 'none' });
/** Each command on one line; what is unknown between `‹›`, with the folder it is in. */
const lines = (text: string): string[] =>
  resolve(text).commands.map((command) =>
    command.words
      .map((word) => word.pieces.map((piece) => (piece.kind === 'text' ? piece.text : `‹${piece.within ?? ''}›`)).join(''))
      .join(' '),
  );

describe('words', () => {
  test.each([
    ['r\\m a', ['rm a']],
    [`'r'"m" a\\ b`, ['rm a b']],
    ["$'\\x72\\155' $'a\\tb'", ['rm a\tb']],
    ['echo "a\\"b\\$c\\d" \'$x\'', ['echo a"b$c\\d $x']],
    ['echo a\\\nb', ['echo ab']],
    ['echo a{b,c{1,2}}d {1..3} {a} {}', ['echo abd ac1d ac2d 1 2 3 {a} {}']],
    ['echo ~ ~/x ~root "~" a~', ['echo /home/u /home/u/x /root ~ a~']],
    ['X="a b"; echo $X "$X" ${X}c', ['echo a b a b a bc']],
    ['A=(1 "2 3"); echo "${A[@]}" ${A[1]} ${#A[@]}', ['echo 1 2 3 2 3 2']],
    ['A=(1); A+=(2); echo ${A[*]}', ['echo 1 2']],
    ['X=a; X+=b; echo $X', ['echo ab']],
    [
      'X=/a/b.tar.gz; echo ${X##*/} ${X%%.*} ${X%.gz} ${X/a/z} ${X:0:2} ${X^^} ${#X}',
      ['echo b.tar.gz /a/b /a/b.tar /z/b.tar.gz /a /A/B.TAR.GZ 11'],
    ],
    ['echo ${X:-d} ${Y:=e} $Y', ['echo ‹› d ‹› e e']],
    ['X=; echo ${X:-d}', ['echo d']],
    ['X=HOME; echo ${X:+y} ${!X} ${!Z}', ['echo y /home/u ‹›']],
    ['echo $1 "$@" $# end', ['echo 0 end']],
    ['set -- a b; echo $2 "$@"', ['set -- a b', 'echo b a b']],
    ['echo $HOME/x "$PWD" $OLDPWD', ['echo /home/u/x /ws ‹›']],
    ['echo $TMPDIR/x', ['echo ‹/tmp›/x']],
    ['echo "$(echo hi)" `echo a b` "$(printf %s-%s x y)"', ['echo hi', 'echo a b', 'printf %s-%s x y', 'echo hi a b x-y']],
    ['echo "$(date)"', ['date', 'echo ‹›']],
    ['echo $((1 + X))', ['echo ‹›']],
    ['T=$(mktemp -d); cat "$T/x"', ['mktemp -d', 'cat ‹/tmp›/x']],
    ['IFS=:; X=a:b; echo $X', ['echo a b']],
    ['read A B <<< "1 2 3"; echo $B', ['read A B', 'echo 2 3']],
    ['printf -v X %03d 7; echo $X', ['printf -v X %03d 7', 'echo 7']],
    ['unset X; echo "$X"', ['unset X', 'echo ']],
    ['echo a#b # c', ['echo a#b']],
    ['echo *.ts "*.ts"', ['echo *.ts *.ts']],
    ['echo ${x.y} $', ['echo ${x.y} $']],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('statements', () => {
  test.each([
    ['a; b && c || d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['while a; do b; done; until c; do d; done', ['a', 'b', 'c', 'd']],
    ['for i in x y; do echo $i; done', ['echo x y']],
    ['for i; do echo $i; done', []],
    ['for ((i=0; i<3; i++)); do a; done', ['a']],
    ['case $x in a|b) c;; *) d;; esac', ['c', 'd']],
    ['case x in (a) b;; esac', ['b']],
    ['f() { echo "$1"; }; f a; f b', ['f a', 'echo a', 'f b', 'echo b']],
    ['function f { a; }', ['a']],
    ['f(){ f|f& };f', ['f', 'f', 'f']],
    ['alias x="echo a"; x b', ['alias x=echo a', 'echo a b']],
    ['(a; b) > f; { c; }', ['a', 'b', 'c']],
    ['[[ -f x && $(a) =~ ^(b|c)$ ]] && d', ['a', 'd']],
    ['((x++)); let y=1', ['let y=1']],
    ['time -p a; ! b; coproc c', ['a', 'b', 'c']],
    ['trap "a b" EXIT', ['trap a b EXIT', 'a b']],
    ['cat <<A <<-B\n$(x)\nA\n\t$(y)\n\tB\nz', ['x', 'y', 'cat', 'z']],
    ["cat <<'E'\n$(x)\nE", ['cat']],
    ['a <(b) >(c)', ['b', 'a ‹› ‹›', 'c']],
    ['X=1; if a; then X=2; fi; echo $X', ['a', 'echo 2 1']],
    ['(X=1); echo ${X-none}', ['echo ‹› none']],
    ['a | while read l; do b "$l"; done', ['a', 'read l', 'b ‹›']],
    ['if a\nthen\nb\nfi\nfor i\ndo c; done', ['a', 'b']],
    ['select x in a; do b; break; done', ['b', 'break']],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(resolve(text).notes).toEqual([]);
  });
});

describe('programs that start others', () => {
  test.each([
    ['sudo -u x -- env -i A=b C="$D" nice -n 5 a b', 'a b', ['sudo', 'env', 'nice']],
    ['timeout --signal=9 -k 5 10 a', 'a', ['timeout']],
    ['xargs -0 -n 1 -P4 a b', 'a b ‹›', ['xargs']],
    ['xargs -I % a x%y', 'a x‹›y', ['xargs']],
    ['find /x -name y -exec a {} -b \\;', 'a ‹/x› -b', ['find']],
    ['bash -euo pipefail -c "a $1" _ z', 'a', ['bash']],
    [`sh -c 'a "$1"' _ z`, 'a z', ['sh']],
    [`bash -c "a '$X'"`, 'a ‹›', ['bash']],
    ['ssh -p 22 h a b', 'a b', ['ssh']],
    ['docker run --rm -v /a:/b -e X=1 img a b', 'a b', ['docker']],
    ['docker compose exec -T web a', 'a', ['docker']],
    ['kubectl -n ns exec pod -c x -- a b', 'a b', ['kubectl']],
    ['su - u -c "a b"', 'a b', ['su']],
    ['nohup setsid stdbuf -o0 a', 'a', ['nohup', 'setsid', 'stdbuf']],
    ['flock -n /l -c "a b"', 'a b', ['flock']],
    ['npx --yes -p x a b', 'a b', ['npx']],
    ['parallel -j4 a {} ::: 1 2', 'a 1 2', ['parallel']],
    ['git submodule foreach --recursive "a b"', 'a b', ['git']],
  ])('%s', (text, expected, wrappers) => {
    const { commands } = resolve(text);
    const last = commands[commands.length - 1]!;
    expect(lines(text).pop()).toBe(expected);
    expect(last.wrappers).toEqual(wrappers);
  });

  test.each(['command -v rm', 'sudo -l', 'ssh h', 'docker ps', 'env', 'xargs', 'timeout 5', 'kubectl exec pod'])(
    '%s starts nothing',
    (text) => {
      expect(resolve(text).commands).toHaveLength(1);
    },
  );
});

test('a pipeline says who feeds whom', () => {
  const { commands } = resolve('a | { b; c; } | d');
  expect(commands.map(({ place }) => [place.pipeFrom, place.pipeTo])).toEqual([
    [[], [1, 2, 3]],
    [[0], [3]],
    [[0], [3]],
    [[0, 1, 2], []],
  ]);
});

test('where a command stands', () => {
  const { commands } = resolve('if a; then b; fi; for i in 1; do c; done; (d); e & f() { g; }; h $(i)');
  const of = (program: string) => commands.find((command) => command.program === program)!.place;
  expect(of('a')).toMatchObject({ condition: true, conditional: false });
  expect(of('b')).toMatchObject({ condition: false, conditional: true });
  expect(of('c')).toMatchObject({ loop: true });
  expect(of('d')).toMatchObject({ subshell: true });
  expect(of('e')).toMatchObject({ background: true });
  expect(of('g')).toMatchObject({ function: 'f', conditional: true });
  expect(of('i')).toMatchObject({ substitution: true });
  expect(of('h')).toMatchObject({ substitution: false, subshell: false });
});

test.each([
  ['cd a && b', '/ws/a'],
  ['cd a; cd ..; cd /x/./y/..; b', '/x'],
  ['cd; b', '/home/u'],
  ['cd /a; cd /b; cd -; b', '/a'],
  ['(cd a); b', '/ws'],
  ['pushd a; pushd b; popd; b', '/ws/a'],
  ['cd "$UNKNOWN"; b', null],
  ['cd a || exit; b', '/ws/a'],
  ['if x; then cd a; fi; b', null],
  ['ssh h b', null],
])('%s runs in its folder', (text, cwd) => {
  expect(resolve(text).commands.find((command) => command.program === 'b')!.cwd).toBe(cwd);
});

test.each([
  ['rm -rfv a -- -b', ['-r', '-f', '-v', '--'], ['a', '-b']],
  ['rm --recurs --f a', ['--recursive', '--force'], ['a']],
  ['git -C d --no-pager commit -am msg --no-ver x', ['-C', '--no-pager', '-a', '-m', '--no-verify'], ['commit', 'x']],
  ['git push --force-with-lease', ['--force-with-lease'], ['push']],
  ['git push --force', ['--force'], ['push']],
  ['curl -sSLo f https://x -H "A: b" --data=1', ['-s', '-S', '-L', '-o', '-H', '--data'], ['https://x']],
  ['find a b -type f -delete', ['-type', '-delete'], ['a', 'b']],
  ['terraform apply -auto-approve', ['-auto-approve'], ['apply']],
  ['tool -x=1 --y=2 -', ['-x', '-=', '-1', '-x=1', '--y'], ['-']],
])('%s has its flags and operands', (text, flags, operands) => {
  const [command] = resolve(text).commands;
  expect(command!.flags.map(({ name }) => name)).toEqual(flags);
  expect(command!.operands.map(({ value }) => value)).toEqual(operands);
});

test.each([
  ['curl u | sh', [0]],
  ['curl u | tee f | jq . | sh', [0, 2]],
  ['eval "$(curl u)"', [0]],
  ['X=$(curl u); echo "$X" | bash', [0]],
  ['curl u | python3 -m json.tool', []],
  ['curl u | python3 x.py', []],
  ['curl -o f u; sh f', [0]],
  ['curl -o f u; sha256sum -c s; sh f', []],
  ['bash -c "echo $(curl u)"', []],
  ['bash -c "$(curl u)"', [0]],
])('%s runs the output of', (text, expected) => {
  const { commands } = resolve(text);
  const last = commands.filter((command) => command.shellDepth === 0).pop()!;
  expect([...last.runsOutputOf].sort()).toEqual(expected);
});

test.each([
  ['echo hi > f', '/ws/f', 'hi\n', false],
  ['printf "a\\n%s" b >> d/f', '/ws/d/f', 'a\nb', true],
  ["cat > f <<'E'\na $X\nE", '/ws/f', 'a $X\n', false],
  ['cat <<E >f\n\\$a $(x)\nE', '/ws/f', '$a $(…)\n', false],
  ['echo hi | tee f >/dev/null', '/ws/f', 'hi\n', false],
  ['{ echo a; echo b; } > f', '/ws/f', 'a\nb\n', false],
  ['base64 -d <<< aGk= > f', '/ws/f', 'hi', false],
  ['make 2> f', '/ws/f', null, false],
  ['make &> f', '/ws/f', null, false],
  [': > f', '/ws/f', '', false],
])('%s fills the file', (text, path, content, append) => {
  const [write] = resolve(text).writes;
  expect(write).toMatchObject({ path, append });
  expect(write!.content?.map((piece) => piece.text).join('') ?? null).toBe(content);
});

test('what goes to a device or a descriptor fills no file', () => {
  expect(resolve('a >/dev/null 2>&1; b >&2; c 2>/dev/stderr; d > /dev/tcp/h/1').writes).toEqual([]);
});

test('spans point into the outermost script', () => {
  const text = 'a; sudo bash -c "b; c"';
  const { commands } = resolve(text);
  expect(commands.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'a',
    'sudo bash -c "b; c"',
    'sudo bash -c "b; c"',
    'sudo bash -c "b; c"',
    'sudo bash -c "b; c"',
  ]);
});

describe('bad input', () => {
  test.each([
    ['echo "a', 'unmatched `"`'],
    ["echo 'a", "unmatched `'`"],
    ['echo $(a', 'expected `)`'],
    ['echo `a', 'unmatched backtick'],
    ['if a; then b', 'expected `fi`'],
    ['a | | b', 'unexpected `|`'],
    ['a )', 'unexpected `)`'],
    ['cat <<EOF\na', 'heredoc without its end `EOF`'],
    ['for', 'expected a name after `for`'],
    ['a > ; b', '`>` without a target'],
  ])('%s', (text, message) => {
    expect(resolve(text).notes).toEqual([{ kind: 'unparsed', message, offset: expect.any(Number) }]);
  });

  test('what stands before and after a broken line is still read', () => {
    expect(lines('a; b\nc )\nrm -rf /\n')).toEqual(expect.arrayContaining(['a', 'b', 'rm -rf /']));
  });

  test.each([
    ['500 nested substitutions', `${'$('.repeat(500)}rm${')'.repeat(500)}`],
    ['500 nested quotes', `${'"$('.repeat(500)}rm${')"'.repeat(500)}`],
    ['5,000 nested groups', `${'( '.repeat(5000)}a${' )'.repeat(5000)}`],
    [
      'scripts in scripts',
      Array.from({ length: 15 }).reduce<string>(
        (inner) => `echo ${Buffer.from(inner).toString('base64')} | base64 -d | sh`,
        'rm',
      ),
    ],
    ['too many commands', 'a;'.repeat(MAX_COMMANDS + 1)],
  ])('%s leave a note', (_, text) => {
    const { notes, commands } = resolve(text);
    expect(notes.map(({ kind }) => kind)).toContain('bound');
    expect(commands.length).toBeLessThanOrEqual(MAX_COMMANDS);
  });

  test.each([
    ['NUL bytes', 'a\0b; rm\0 -rf /'],
    ['200 kB in one word', `echo ${'a'.repeat(200_000)}`],
    ['200 kB of variables', Array.from({ length: 8000 }, (_, at) => `X${at}="$X${at - 1}a"`).join('\n')],
    ['brace bomb', `echo ${'{a,b}'.repeat(40)}`],
    ['doubling variables', `A=aaaa\n${'A=$A$A\n'.repeat(40)}echo $A`],
    ['doubling unknowns', `${'A=$A$A\n'.repeat(60)}echo $A`],
    ['4,000 stages', `${'a|'.repeat(3990)}a`],
    ['doubling arrays', `A=(a a a a)\n${'A=("${A[@]}" "${A[@]}")\n'.repeat(40)}echo "${'${A[@]}'}"`],
    ['doubling branches', Array.from({ length: 40 }, () => 'if x; then A=$A$A; else A=$A-$A; fi').join('\n')],
    ['functions that call each other', 'f(){ g;g;}; g(){ h;h;}; h(){ f;g;h;}; f'],
    ['star pattern', `X=${'a'.repeat(1999)}; echo \${X%%*a*a*a*b}`],
    ['lone surrogates', 'echo \ud800 "\udfff"'],
  ])('%s does no harm', (_, text) => {
    expect(resolve(text).commands.length).toBeGreaterThanOrEqual(0);
  });
});

test('paths are read from their text', () => {
  expect(absolute('../a/./b', '/x/y')).toBe('/x/a/b');
  expect(absolute('a', null)).toBeNull();
  expect(absolute('/../..', null)).toBe('/');
  const text = (value: string, quoted = false) => [{ kind: 'text' as const, text: value, quoted }];
  expect(locate(text('/a/*'), null)).toEqual({ kind: 'all', path: '/a' });
  expect(locate(text('/a/*', true), null)).toEqual({ kind: 'exact', path: '/a/*' });
  expect(locate(text('b/*.ts'), '/a')).toEqual({ kind: 'some', path: '/a/b' });
  expect(locate(text('*/../..'), '/a')).toEqual({ kind: 'unknown' });
});

test('the tree keeps the order of commands around a heredoc', () => {
  const tree = parseShell('cat <<A | b && c\nx\nA\nd');
  expect(tree.errors).toEqual([]);
  expect(tree.body.map((node) => node.kind)).toEqual(['and-or', 'simple']);
});

describe('scripts that cannot be read', () => {
  const world = (files: Record<string, string>, tracked: boolean | null): World => ({
    workspace: '/ws',
    home: '/home/u',
    platform: 'linux',
    readFile: (path) => {
      const text = files[path];
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    git: { dirty: () => null, tracked: () => tracked, branch: () => (tracked === null ? null : 'main') },
  });
  const notes = (script: string, files: Record<string, string>, tracked: boolean | null): string[] =>
    readScript(script, world(files, tracked), '/ws').notes.map(({ message }) => message);

  test.each(['cat x.txt | sh', 'sh < x.txt', 'head -5 x.txt | bash -s'])('%s', (script) => {
    expect(notes(script, {}, false)).toEqual(['the script /ws/x.txt could not be read']);
    expect(notes(script, {}, true)).toEqual([]);
    const { commands } = readScript(script, world({ '/ws/x.txt': 'rm -rf /' }, null), '/ws');
    expect(commands.map(({ program }) => program)).toContain('rm');
  });

  test('a file that is missing runs nothing', () => {
    expect(notes('. ./x.sh; bash y.sh', {}, false)).toEqual([]);
  });

  test('one that is too long', () => {
    expect(notes('. ./x.sh', { '/ws/x.sh': 'a\n'.repeat(100_000) }, false)).toEqual(['the script /ws/x.sh could not be read']);
  });

  test('NUL bytes', () => {
    expect(notes('r\0m -rf /', {}, null)).toEqual(['there are NUL bytes in it']);
    expect(readScript('r\0m -rf /', world({}, null), '/ws').commands[0]?.program).toBe('rm');
  });
});

describe.each(['constructor', 'toString', '__proto__'])('%s, a name that every object has', (name) => {
  const world: World = { workspace: '/ws', home: '/home/u', platform: 'linux', readFile: () => ({ kind: 'missing' }) };

  test.each(['posix', 'powershell', 'cmd'] as const)('is a program like any other: %s', (shell) => {
    const { commands } = readScript(`${name} --x a`, world, '/ws', shell);
    expect(commands.map(({ program, operands }) => [program, operands.map(({ value }) => value)])).toEqual([[name, ['a']]]);
  });

  test('is a sub-command without a style', () => {
    expect(resolve(`git ${name} -x a`).commands[0]?.operands.map(({ value }) => value)).toEqual([name, 'a']);
  });

  test('is a variable', () => {
    for (const [shell, script] of [
      ['powershell', `echo $${name}`],
      ['cmd', `echo %${name}%`],
    ] as const)
      expect(readScript(script, world, '/ws', shell).commands[0]?.words[1]?.pieces[0]).toMatchObject({ kind: 'unknown', name });
  });
});

test.each([
  ['posix', '${a:-'],
  ['posix', '$('],
  ['powershell', '('],
  ['powershell', '{'],
  ['powershell', '"$('],
  ['powershell', 'a[b].c('],
] as const)('%s: `%s` ten thousand times is an error, not a crash', (shell, opening) => {
  const world: World = { workspace: '/ws', home: '/home/u', platform: 'linux', readFile: () => ({ kind: 'missing' }) };
  const { notes } = readScript(opening.repeat(10_000), world, '/ws', shell);
  expect(notes.map(({ message }) => message)).toContain('nested too deeply');
});

test.each([
  ['sudo ', 'programs start each other too deeply'],
  ['env -i ', 'programs start each other too deeply'],
  ['nice ', 'programs start each other too deeply'],
])('twenty thousand times %s is cut short', (word, message) => {
  const { commands, notes } = resolve(`${word.repeat(20_000)}rm -rf /`);
  expect(commands.length).toBeLessThan(100);
  expect(notes.map((note) => note.message)).toContain(message);
});
test.each(['call ', 'cmd /c ', 'if exist a '])('twenty thousand times %s in cmd is cut short', (word) => {
  const world: World = { workspace: '/ws', home: '/home/u', platform: 'linux', readFile: () => ({ kind: 'missing' }) };
  const { notes } = readScript(`${word.repeat(20_000)}del /s /q C:\\`, world, '/ws', 'cmd');
  expect(notes.map((note) => note.message)).toContain('nested too deeply');
});
