import { describe, expect, it } from 'vitest';
import { anywhere, classifyPath, hints, isOutside } from '../src/effects/path-classes.ts';
import { displayPath, type Places, resolvePath } from '../src/effects/paths.ts';

const linux: Places = { workspace: '/home/dev/app', home: '/home/dev', platform: 'linux' };
const mac: Places = { workspace: '/Users/dev/app', home: '/Users/dev', platform: 'darwin' };
const windows: Places = { workspace: 'C:\\repo', home: 'C:\\Users\\dev', platform: 'win32' };

describe('resolvePath', () => {
  it.each<[Places, string, string, string]>([
    [linux, 'a.ts', '/home/dev/app/src', '/home/dev/app/src/a.ts'],
    [linux, 'a.ts', '', '/home/dev/app/a.ts'],
    [linux, 'a.ts', 'src', '/home/dev/app/src/a.ts'],
    [linux, './x/../../y//z/', '/w/v', '/w/y/z'],
    [linux, '/../../etc/passwd', '/w', '/etc/passwd'],
    [linux, '~', '/w', '/home/dev'],
    [linux, '~/.ssh/id_rsa', '/w', '/home/dev/.ssh/id_rsa'],
    [linux, '~other/x', '/w', '/w/~other/x'],
    [{ ...linux, home: '' }, '~/x', '/w', '/w/~/x'],
    [linux, 'file:///a%20b/c', '/w', '/a b/c'],
    [linux, 'back\\slash', '/w', '/w/back\\slash'],
    [linux, '', '/w', '/w'],
    [linux, '/', '/w', '/'],
    [windows, 'src\\a.ts', 'C:\\repo', 'C:/repo/src/a.ts'],
    [windows, 'c:\\Repo\\..\\a', '', 'C:/a'],
    [windows, '/c:/repo/a', '', 'C:/repo/a'],
    [windows, '/c/repo/a', '', 'C:/repo/a'],
    [windows, '\\\\?\\C:\\repo\\a', '', 'C:/repo/a'],
    [windows, '\\\\host\\share\\a\\..\\b', '', '//host/share/b'],
    [windows, '~\\x', '', 'C:/Users/dev/x'],
    [windows, 'file:///C:/repo/a', '', 'C:/repo/a'],
    [windows, 'a', '', 'C:/repo/a'],
    [linux, 'C:\\repo\\a', '/w', 'C:/repo/a'],
  ])('%#: %j', (places, path, cwd, expected) => {
    expect(resolvePath(path, cwd, places)).toBe(expected);
  });

  it('shows paths relative to the workspace', () => {
    expect(displayPath('/home/dev/app/src/a.ts', linux)).toBe('src/a.ts');
    expect(displayPath('/home/dev/app', linux)).toBe('.');
    expect(displayPath('/home/dev/application/a', linux)).toBe('/home/dev/application/a');
    expect(displayPath('/etc/x', { ...linux, workspace: '/' })).toBe('etc/x');
    expect(displayPath('C:/Repo/src/a', windows)).toBe('src/a');
  });
});

describe('classifyPath', () => {
  it.each<[string, string[]]>([
    ['/home/dev/app', ['workspace']],
    ['/home/dev/app/node_modules', ['workspace']],
    ['/home/dev', ['above-workspace', 'home']],
    ['/home', ['above-workspace', 'system']],
    ['/', ['above-workspace', 'root']],
    ['/tmp/x', ['temp']],
    ['/tmp', ['system']],
    ['/var/tmp/x', ['temp']],
    ['/etc/passwd', ['system']],
    ['/dev/null', []],
    ['/dev/sda', ['system']],
    ['/mnt/data', []],
    ['/home/dev/other', ['home']],
    ['/home/dev/.ssh/id_ed25519', ['home', 'credential']],
    ['/home/dev/.ssh/id_ed25519.pub', ['home']],
    ['/home/dev/.ssh/known_hosts', ['home']],
    ['/home/dev/.aws/credentials', ['home', 'credential']],
    ['/home/eve/.aws/credentials', ['credential']],
    ['/root/.netrc', ['system', 'credential']],
    ['/home/dev/app/.env', ['workspace', 'credential']],
    ['/home/dev/app/.env.production', ['workspace', 'credential']],
    ['/home/dev/app/.env.example', ['workspace']],
    ['/home/dev/app/tls/server.pem', ['workspace', 'credential']],
    ['/etc/shadow', ['system', 'credential']],
    ['/home/dev/.claude/.credentials.json', ['home', 'credential']],
    ['/home/dev/app/.claude/settings.json', ['workspace', 'agent-config']],
    ['/home/dev/.claude/settings.local.json', ['home', 'agent-config']],
    ['/home/dev/.claude.json', ['home', 'agent-config']],
    ['/etc/claude-code/managed-settings.json', ['system', 'agent-config']],
    ['/home/dev/app/.mcp.json', ['workspace', 'agent-config']],
    ['/home/dev/.codex/config.toml', ['home', 'agent-config']],
    ['/home/dev/.codex/auth.json', ['home', 'credential']],
    ['/etc/codex/requirements.toml', ['system', 'agent-config']],
    ['/home/dev/app/.cursor/hooks.json', ['workspace', 'agent-config']],
    ['/home/dev/app/.vscode/settings.json', ['workspace', 'agent-config']],
    ['/home/dev/app/.github/hooks/x.json', ['workspace', 'agent-config']],
    ['/home/dev/app/CLAUDE.md', ['workspace', 'agent-instructions']],
    ['/home/dev/app/.claude/commands/x.md', ['workspace', 'agent-instructions']],
    ['/home/dev/app/.claude/hooks/x.sh', ['workspace', 'agent-config']],
    ['/home/dev/app/.git/hooks/pre-commit', ['workspace', 'git-hook']],
    ['/home/dev/app/.git/config', ['workspace', 'git-hook']],
    ['/home/dev/app/.github/workflows/ci.yml', ['workspace', 'ci']],
    ['/home/dev/app/.gitleaks.toml', ['workspace', 'scanner-config']],
    ['/home/dev/app/forestall.json', ['workspace', 'guard']],
    ['/home/dev/.config/forestall/forestall.json', ['home', 'guard']],
    ['/etc/forestall/policy.json', ['system', 'guard']],
    ['/usr/local/bin/forestall', ['system', 'guard']],
    ['/home/dev/app/src/settings.json', ['workspace']],
    ['/home/dev/app/src/hooks/useThing.ts', ['workspace']],
    ['/home/dev/app/docs/forestall-notes.md', ['workspace']],
  ])('%s', (path, expected) => {
    expect([...classifyPath(path, linux)].sort()).toEqual([...expected].sort());
  });

  it('has no regard to case on macOS and Windows', () => {
    expect(classifyPath('/users/DEV/app/.Claude/Settings.JSON', mac)).toEqual(new Set(['workspace', 'agent-config']));
    expect(classifyPath('/Users/dev/Library/Keychains/login.keychain-db', mac)).toContain('credential');
    expect(classifyPath('/private/var/folders/x/y', mac)).toEqual(new Set(['temp']));
    expect(classifyPath('C:/ProgramData/Forestall/policy.json', windows)).toEqual(new Set(['system', 'guard']));
    expect(classifyPath('C:/users/dev/.ssh/id_rsa', windows)).toEqual(new Set(['home', 'credential']));
    expect(classifyPath('C:/Users/dev/AppData/Local/Temp/x', windows)).toEqual(new Set(['temp', 'home']));
    expect(classifyPath('C:/', windows)).toEqual(new Set(['root', 'above-workspace']));
  });

  it('follows links: the place they lead to counts', () => {
    const linked: Places = {
      ...linux,
      realPath: (path) => path.replace('/home/dev/app/link', '/home/dev/.claude').replace('/home/dev/app/out', '/srv'),
    };
    expect(classifyPath('/home/dev/app/link/settings.json', linked)).toEqual(new Set(['home', 'agent-config']));
    expect(isOutside('/home/dev/app/out/x', linked)).toBe(true);
    expect(isOutside('/home/dev/app/in/x', linked)).toBe(false);
  });

  it('knows a workspace that is reached through a link', () => {
    const linked: Places = { ...linux, workspace: '/w', realPath: (path) => path.replace(/^\/w(?=\/|$)/, '/data/w') };
    expect(isOutside('/w/a', linked)).toBe(false);
    expect(isOutside('/data/w/a', linked)).toBe(false);
  });

  it('protects the running program and takes further folders for temporary files', () => {
    const places: Places = { ...linux, self: ['/opt/acme/scan'], temp: ['/scratch'] };
    expect(classifyPath('/opt/acme/scan', places)).toContain('guard');
    expect(isOutside('/scratch/x', places)).toBe(false);
    expect(isOutside('/scratch', places)).toBe(true);
  });
});

/** Texts that a regular expression of the tables fits: every branch, what is optional left out. */
function samples(source: string): string[] {
  let at = 0;
  const choice = (): string[] => {
    const all: string[] = [];
    let row = [''];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        all.push(...row);
        row = [''];
        continue;
      }
      let next = [''];
      if (source[at] === '(') {
        const negative = source.startsWith('(?!', at);
        at += negative ? 3 : 1;
        next = choice();
        at++;
        if (negative) next = [''];
      } else if (source[at] === '[') {
        at = source.indexOf(']', at) + 1;
        next = ['x'];
      } else if (source[at] === '\\') {
        next = [source[at + 1]!];
        at += 2;
      } else {
        if (source[at] !== '^' && source[at] !== '$') next = [source[at] === '.' ? 'x' : source[at]!];
        at++;
      }
      if (source[at] === '?' || source[at] === '*') {
        at++;
        next = [''];
      } else if (source[at] === '+') at++;
      row = row.flatMap((start) => next.map((end) => start + end));
    }
    return [...all, ...row];
  };
  return choice();
}

describe('the hints of path classes', () => {
  it.each(Object.values(anywhere).flat())('%s', (pattern) => {
    const paths = samples(pattern.source);
    expect(paths.filter((path) => !pattern.test(path) && !pattern.test(`${path}/`))).toEqual([]);
    expect(paths.filter((path) => !hints.test(path))).toEqual([]);
  });
});
