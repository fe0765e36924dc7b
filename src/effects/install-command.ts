/** What a command would install, and from where: `npm install x@1`, `pip install …`, `go get …`, `cargo add …`. */
import { type Dependency, installer, type PackageFact } from '../model/package.ts';
import type { ResolvedCommand, Word } from '../model/shell.ts';
import {
  dependency,
  isLocal,
  npmAddress,
  npmDependency,
  npmSetting,
  pipSetting,
  pythonRequirement,
} from '../parse/package-file.ts';

type Span = Dependency['span'];
interface Argument {
  text: string;
  span: Span;
}

/** Sub-commands that add packages, by program. */
const adding: Readonly<Record<string, RegExp>> = {
  npm: /^(?:i|in|ins|inst|insta|instal|install|add|isntall|it|install-test|update|up|upgrade|exec|x)$/,
  pnpm: /^(?:i|install|add|up|update|dlx)$/,
  yarn: /^(?:add|up|upgrade|dlx)$/,
  bun: /^(?:i|install|add|a|update|x)$/,
  pip: /^(?:install|download|wheel)$/,
  poetry: /^add$/,
  pdm: /^add$/,
  pipenv: /^install$/,
  pipx: /^(?:install|run|upgrade|inject)$/,
  gem: /^(?:install|i|exec)$/,
  bundle: /^add$/,
  cargo: /^(?:add|install)$/,
  composer: /^(?:require|req|r)$/,
  dotnet: /^(?:add|tool)$/,
  nuget: /^install$/,
  go: /^(?:get|install|run)$/,
};

/** Options whose next word is their value and names no package. */
const withValue =
  /^(?:-C|-w|--workspace|--prefix|--filter|-F|--cwd|--dir|--loglevel|--tag|--omit|--include|--userconfig|-t|--target|-d|--dest|--python|--python-version|--platform|--abi|--implementation|--only-binary|--no-binary|--progress-bar|--log|--proxy|--timeout|--retries|--cert|--client-cert|--cache-dir|--root|--src|--upgrade-strategy|-c|--constraint|--group|-G|--extra|-E|--extras|--optional|--project|--directory|--source|--features|--manifest-path|--bin|--example|-j|--jobs|--profile|--target-dir|--framework|-f|--format|--add-source|-v|--version|--git|--branch|--rev|--path|--registry|--index|--index-url|-i|--extra-index-url|--default-index|--find-links|--trusted-host|--allow-insecure-host|--exclude-newer|--config-setting|--call)$/;

/** Empty for another command. Words that are not known before the script runs are left out. */
export function installFacts(command: ResolvedCommand): PackageFact[] {
  const program = (command.program ?? '').toLowerCase().replace(/\.(?:exe|cmd)$/, '');
  if (!installer.test(program)) return [];
  const words = command.words.slice(1).flatMap(argumentOf);
  return [...settingsOf(command, program, words), ...packagesOf(program, words, command)];
}

const argumentOf = ({ value, span }: Word): Argument[] => (value === null ? [] : [{ text: value, span }]);

function packagesOf(program: string, words: readonly Argument[], command: ResolvedCommand): PackageFact[] {
  let tool = program.replace(/^(?:pip)[\d.]+$/, 'pip').replace(/^bundler$/, 'bundle');
  let rest = [...words];
  const drop = (...names: string[]): boolean => {
    const fits = names.every((name, index) => rest[index]?.text === name);
    if (fits) rest = rest.slice(names.length);
    return fits;
  };
  if (/^python/.test(tool)) {
    if (!drop('-m', 'pip')) return [];
    tool = 'pip';
  }
  if (tool === 'uv') {
    if (drop('pip')) tool = 'pip';
    else if (drop('add') || drop('tool', 'install') || drop('tool', 'run') || drop('x')) return python(rest, command);
    else return [];
  }
  if (tool === 'uvx') return python(rest.slice(0, 1 + rest.findIndex(({ text }) => !text.startsWith('-'))), command);
  if (tool === 'npx' || tool === 'pnpx' || tool === 'bunx') return node(runnable(rest));
  if (tool === 'yarn' && rest[0]?.text === 'global') rest = rest.slice(1);
  if (tool === 'composer' && rest[0]?.text === 'global') rest = rest.slice(1);
  const at = rest.findIndex(({ text }, index) => !text.startsWith('-') && !withValue.test(rest[index - 1]?.text ?? ''));
  const [verb] = at < 0 ? [] : [rest[at]!.text];
  if (verb === undefined || !adding[tool]?.test(verb)) return [];
  rest = [...rest.slice(0, at), ...rest.slice(at + 1)];
  switch (tool) {
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'bun':
      return node(/^(?:exec|x|dlx)$/.test(verb) ? runnable(rest) : rest);
    case 'pip':
    case 'poetry':
    case 'pdm':
    case 'pipenv':
    case 'pipx':
      return python(tool === 'pipx' && verb === 'run' ? runnable(rest) : rest, command);
    case 'gem':
    case 'bundle': {
      const version = option(rest, /^(?:-v|--version)$/) ?? '';
      const address = option(rest, /^--(?:git|github)$/);
      return names(rest).map(({ text, span }) => {
        const [name = '', inline = version] = text.split(':');
        return dependency('gem', name, inline, span, { from: 'command', ...(address !== null && { address }) });
      });
    }
    case 'cargo': {
      const git = option(rest, /^--git$/);
      const pin = option(rest, /^--(?:rev|tag)$/);
      const version = option(rest, /^--(?:version|vers)$/) ?? '';
      if (git !== null) {
        const span = rest.find(({ text }) => text.includes(git))?.span ?? command.span;
        return [
          dependency('cargo', names(rest)[0]?.text ?? '', '', span, {
            from: 'command',
            address: `${git}${pin ? `#${pin}` : ''}`,
          }),
        ];
      }
      if (option(rest, /^--path$/) !== null) return [];
      return names(rest).map(({ text, span }) => {
        const [name = '', range = version] = text.split('@');
        // `cargo add x@1.2` means ^1.2, `cargo install` exactly that.
        return dependency('cargo', name, range, span, { from: 'command' });
      });
    }
    case 'composer':
      return names(rest).flatMap(({ text, span }) => {
        const [name = '', range = ''] = text.split(/[:=]/, 2);
        return name.includes('/') ? [dependency('composer', name, range, span, { from: 'command' })] : [];
      });
    case 'dotnet': {
      const from = rest.findIndex(({ text }) => text === 'package' || text === 'install');
      const version = option(rest, /^(?:-v|--version)$/) ?? '';
      return from < 0
        ? []
        : names(rest.slice(from + 1))
            .slice(0, 1)
            .map(({ text, span }) => {
              const [name = '', range = version] = text.split('@');
              return dependency('nuget', name, range, span, { from: 'command' });
            });
    }
    case 'nuget':
      return names(rest)
        .slice(0, 1)
        .map(({ text, span }) => dependency('nuget', text, option(rest, /^-version$/i) ?? '', span, { from: 'command' }));
    case 'go':
      return names(rest)
        .filter(({ text }) => /^[\w-]+(?:\.[\w-]+)+\//.test(text))
        .slice(0, verb === 'run' ? 1 : undefined)
        .map(({ text, span }) => {
          const [name = '', range = ''] = text.split('@');
          return dependency('go', name.replace(/\/\.\.\.$/, ''), range, span, { from: 'command' });
        });
    default:
      return [];
  }
}

/** Words that are neither options nor values of options. */
function names(words: readonly Argument[]): Argument[] {
  const found: Argument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.text === '--') return [...found, ...words.slice(at + 1)];
    if (withValue.test(word.text)) at++;
    else if (!word.text.startsWith('-')) found.push(word);
  }
  return found;
}

function option(words: readonly Argument[], name: RegExp): string | null {
  for (const [at, { text }] of words.entries()) {
    const [, flag = text, value] = /^(--?[\w-]+)=(.*)$/.exec(text) ?? [];
    if (name.test(flag)) return value ?? words[at + 1]?.text ?? '';
  }
  return null;
}

/** Of a command that fetches a package and runs it, the words that name packages: the rest belongs to the program. */
function runnable(words: readonly Argument[]): Argument[] {
  const packages: Argument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const given = /^--package=(.+)$/.exec(word.text)?.[1];
    if (given !== undefined) packages.push({ text: given, span: word.span });
    else if (word.text === '-p' || word.text === '--package') packages.push(...words.slice(++at, at + 1));
    else if (withValue.test(word.text)) at++;
    else if (!word.text.startsWith('-')) return packages.length > 0 ? packages : [word];
  }
  return packages;
}

const node = (words: readonly Argument[]): PackageFact[] =>
  names(words).flatMap(({ text, span }) => {
    if (/^\.{0,2}\/?$/.test(text)) return [];
    const address = npmAddress(text);
    if (address !== null) return [dependency('npm', '', '', span, { from: 'command', address })];
    const [, name = text, range = ''] = /^(@?[^@]+)(?:@(.*))?$/.exec(text) ?? [];
    return [npmDependency(name, range, span, { from: 'command' })];
  });

function python(words: readonly Argument[], { span: whole }: ResolvedCommand): PackageFact[] {
  const facts: PackageFact[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text, span } = words[at]!;
    if (text === '-r' || text === '--requirement') at++;
    else if (text === '-e' || text === '--editable' || text === '--from' || text === '--with') {
      const value = words[++at];
      const found = value && pythonRequirement(value.text, value.span, { from: 'command' });
      if (found) facts.push(found);
    } else if (withValue.test(text)) at++;
    else if (!text.startsWith('-')) {
      // Poetry and uv: `name@^1.0`, `name@latest`.
      const [, name, range] = /^([\w.-]+)(?:\[[^\]]*\])?@([\^~<>=\dlv].*)$/.exec(text) ?? [];
      const found =
        name === undefined
          ? pythonRequirement(text, span, { from: 'command' })
          : dependency('pypi', name, range ?? '', span, { from: 'command' });
      if (found) facts.push(found);
    }
  }
  const git = option(words, /^--git$/);
  if (git !== null) facts.push(dependency('pypi', '', '', whole, { from: 'command', address: git }));
  return facts;
}

// ---- registries and checks, by flag, variable or sub-command

function settingsOf(command: ResolvedCommand, program: string, words: readonly Argument[]): PackageFact[] {
  const facts: PackageFact[] = [];
  const js = /^(?:npm|npx|pnpm|pnpx|yarn|bun|bunx)$/.test(program);
  const py = /^(?:pip[\d.]*|pipx|uv|uvx|poetry|pdm|pipenv|python[\d.]*)$/.test(program);
  const checkOff = (what: string, span: Span): void => void facts.push({ kind: 'check-off', what, span });
  for (const { name, value } of command.assignments) {
    if (value.value === null) continue;
    if (js) facts.push(...npmSetting(name, value.value, value.span));
    else if (py) facts.push(...pipSetting(name.replace(/^(?:PIP|UV)_/, ''), value.value, value.span));
    else if (program === 'go') facts.push(...goSetting(name, value.value, value.span));
    if (js && name === 'NODE_TLS_REJECT_UNAUTHORIZED' && value.value === '0')
      checkOff('the certificate of the registry is not checked', value.span);
  }
  if (js || (py && program !== 'python')) {
    for (const [at, { text, span }] of words.entries()) {
      const [, flag, inline] = /^--?([\w-]+)(?:=(.*))?$/.exec(text) ?? [];
      if (flag === undefined) continue;
      const negated = /^no-(.+)$/.exec(flag)?.[1];
      const value = inline ?? words[at + 1]?.text ?? '';
      if (js && negated) facts.push(...npmSetting(negated, 'false', span));
      else if (js) facts.push(...npmSetting(flag, value, span));
      else if (flag === 'i' || flag.length > 1) facts.push(...pipSetting(flag, value, span));
    }
    const [verb, action, key, value] = words.map(({ text }) => text).filter((text) => !text.startsWith('-'));
    if (verb === 'config' && action === 'set' && key !== undefined) {
      const [name = '', inline] = key.split('=', 2);
      const set = inline ?? value ?? '';
      facts.push(...(js ? npmSetting(name, set, command.span) : pipSetting(name.replace(/^.*\./, ''), set, command.span)));
    }
  }
  const has = (...flags: string[]) =>
    words.find(({ text }) => flags.includes(text) || flags.some((flag) => text.startsWith(`${flag}=`)));
  const unchecked: Readonly<Record<string, readonly string[]>> = {
    apt: ['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories'],
    'apt-get': ['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories'],
    apk: ['--allow-untrusted'],
    dnf: ['--nogpgcheck', '--no-gpgchecks'],
    yum: ['--nogpgcheck', '--no-gpgchecks'],
    brew: ['--no-quarantine'],
    helm: ['--insecure-skip-tls-verify'],
    docker: ['--disable-content-trust'],
    composer: ['--no-secure-http'],
  };
  const off = has(...(unchecked[program] ?? []));
  if (off && !off.text.endsWith('=false')) checkOff(`\`${off.text}\` takes what nobody signed`, off.span);
  if (program === 'go' && words[0]?.text === 'env' && words[1]?.text === '-w') {
    for (const { text, span } of words.slice(2)) {
      const [name = '', value = ''] = text.split('=', 2);
      facts.push(...goSetting(name, value, span));
    }
  }
  if (program === 'cargo' || program === 'gem' || program === 'composer' || program === 'dotnet' || program === 'nuget') {
    const url = option(words, program === 'cargo' ? /^--index$/ : /^(?:--source|-s|--add-source|--repository|-source)$/i);
    const ecosystem = program === 'dotnet' ? 'nuget' : program;
    if (url !== null && /^https?:/.test(url))
      facts.push({
        kind: 'index',
        ecosystem,
        url,
        extra: true,
        span: words.find(({ text }) => text.includes(url))?.span ?? command.span,
      });
  }
  return facts;
}

function goSetting(name: string, value: string, span: Span): PackageFact[] {
  switch (name) {
    case 'GOSUMDB':
      return value === 'off' ? [{ kind: 'check-off', what: 'checksums of modules are not looked up', span }] : [];
    case 'GONOSUMDB':
    case 'GONOSUMCHECK':
    case 'GOINSECURE':
      return value === '*' || value === '*.*' ? [{ kind: 'check-off', what: `\`${name}\` covers every module`, span }] : [];
    case 'GOFLAGS':
      return /-insecure\b/.test(value)
        ? [{ kind: 'check-off', what: '`-insecure` leaves out certificates and checksums', span }]
        : [];
    case 'GOPROXY':
      return value
        .split(/[,|]/)
        .filter((url) => /^https?:/.test(url) && !isLocal(url))
        .map((url) => ({ kind: 'index', ecosystem: 'go', url, extra: false, span }));
    default:
      return [];
  }
}
