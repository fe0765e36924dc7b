/**
 * Cmdlets as the programs that do the same in a POSIX shell. Facts: about_Aliases and the reference of
 * Microsoft.PowerShell.Management and .Utility.
 */
import { type PsWord, pathWord } from './powershell-word.ts';
import { quote } from './shell-quote.ts';

/** Aliases of the cmdlets below (`Get-Alias`). */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    rm: 'remove-item',
    ri: 'remove-item',
    del: 'remove-item',
    erase: 'remove-item',
    rd: 'remove-item',
    rmdir: 'remove-item',
    cp: 'copy-item',
    cpi: 'copy-item',
    copy: 'copy-item',
    mv: 'move-item',
    mi: 'move-item',
    move: 'move-item',
    ren: 'rename-item',
    rni: 'rename-item',
    cat: 'get-content',
    gc: 'get-content',
    type: 'get-content',
    sc: 'set-content',
    ac: 'add-content',
    clc: 'clear-content',
    ni: 'new-item',
    md: 'mkdir',
    ls: 'get-childitem',
    dir: 'get-childitem',
    gci: 'get-childitem',
    echo: 'write-output',
    write: 'write-output',
    iwr: 'invoke-webrequest',
    wget: 'invoke-webrequest',
    curl: 'invoke-webrequest',
    irm: 'invoke-restmethod',
    iex: 'invoke-expression',
    saps: 'start-process',
    start: 'start-process',
    sls: 'select-string',
    kill: 'stop-process',
    spps: 'stop-process',
    cd: 'set-location',
    chdir: 'set-location',
    sl: 'set-location',
    pushd: 'push-location',
    popd: 'pop-location',
    sp: 'set-itemproperty',
    clhy: 'clear-history',
    h: 'get-history',
    icm: 'invoke-command',
    '%': 'foreach-object',
    foreach: 'foreach-object',
    '?': 'where-object',
    where: 'where-object',
    tee: 'tee-object',
    nsn: 'new-pssession',
    gp: 'get-itemproperty',
  }),
);

/** Parameters without a value. */
const switches =
  /^-(r|re|rec|recu|recurs?|recurse|fo|for|forc|force|wh|whatif|confirm|nonewline|usebasicparsing|append|noclobber|passthru|wait|nonewwindow|raw|hidden|file|directory|verbose|nologo|noprofile|noninteractive|quiet|literal|asjob|skipcertificatecheck|followsymlink)$/i;

/** How a command stands in its pipeline. */
interface Place {
  piped: boolean;
  /** Behind `&` or `.`: a quoted text or a variable is a program here, else a value. */
  called: boolean;
  /** The script that PowerShell text inside this one becomes; null where that would be too deep. */
  inner: ((text: string) => string) | null;
}

export function translateCommand(words: readonly PsWord[], place: Place): string {
  const { piped, called } = place;
  const [head, ...rest] = words;
  if (head === undefined) return '';
  if (head.block !== null && rest.length === 0) return head.block.join('\n');
  if (head.text === '.') return translateCommand(rest, { ...place, called: true });
  const name = head.text?.toLowerCase().replace(/\.exe$/, '') ?? null;
  if (name === null || (head.quoted && !called)) {
    const values = words.map((word) => word.shell).join(' ');
    return called ? values : `echo ${values}`;
  }
  const cmdlet = aliases.get(name) ?? name;
  const { named, free, flags } = parameters(rest);
  const has = (long: string): boolean => flags.some((flag) => long.startsWith(flag) && flag.length > 0);
  const value = (...longs: string[]): PsWord | undefined =>
    longs.map((long) => [...named].find(([key]) => long.startsWith(key))?.[1]).find((one) => one !== undefined);
  const paths = (list: readonly (PsWord | undefined)[]): string => list.flatMap((one) => (one ? [pathWord(one)] : [])).join(' ');
  if (has('whatif')) return `: ${cmdlet}`;
  const path = value('path', 'literalpath', 'filepath', 'destination') ?? free[0];
  switch (cmdlet) {
    case 'remove-item': {
      const targets = [value('path', 'literalpath'), ...free];
      const options = `${has('recurse') || name === 'rd' || name === 'rmdir' ? ' -r' : ''}${has('force') ? ' -f' : ''}`;
      const list = targets.some((one) => one !== undefined) ? paths(targets) : '';
      if (/^'?(hk|cert|registry)/i.test(list)) return `Remove-Item ${list}`;
      return list === '' && piped ? `xargs rm${options}` : `rm${options} -- ${list}`;
    }
    case 'set-content':
    case 'out-file':
    case 'add-content':
    case 'tee-object': {
      const text = value('value', 'inputobject') ?? (value('path', 'literalpath', 'filepath') ? free[0] : free[1]);
      const operator = cmdlet === 'add-content' || has('append') ? '>>' : '>';
      const target = path ? pathWord(path) : 'file';
      if (text === undefined) return piped ? `cat ${operator} ${target}` : `: ${operator} ${target}`;
      return `printf '%s${has('nonewline') ? '' : '\\n'}' ${text.shell} ${operator} ${target}`;
    }
    case 'new-item': {
      const kind = value('itemtype', 'type')?.text?.toLowerCase() ?? 'file';
      const target = paths([path, value('name')]).replace(' ', '/');
      const content = value('value', 'target');
      if (/link|junction/.test(kind)) return `ln -s ${content ? pathWord(content) : 'x'} ${target}`;
      if (kind === 'directory') return `mkdir -p ${target}`;
      return content ? `printf '%s' ${content.shell} > ${target}` : `touch ${target}`;
    }
    case 'clear-content':
      return `truncate -s 0 ${paths([path])}`;
    case 'copy-item':
      return `cp -r ${paths([value('path', 'literalpath'), ...free, value('destination')])}`;
    case 'move-item':
    case 'rename-item':
      return `mv ${paths([value('path', 'literalpath'), ...free, value('destination', 'newname')])}`;
    case 'get-content':
      return `cat ${paths([value('path', 'literalpath'), ...free])}`;
    case 'select-string':
      return `grep ${value('pattern')?.shell ?? free[0]?.shell ?? ''} ${paths([value('path', 'literalpath'), ...(value('pattern') ? free : free.slice(1))])}`;
    case 'get-childitem': {
      const where = paths([value('path', 'literalpath') ?? free[0]]);
      if (/^'?env:/i.test(where)) return 'env';
      if (!has('recurse')) return `ls ${where}`;
      return `find ${where || '.'} -name ${value('include', 'filter')?.shell ?? "'*'"}`;
    }
    case 'invoke-webrequest':
    case 'invoke-restmethod': {
      const native = name === 'curl' || name === 'wget' ? rest.filter((word) => /^-[a-z]$|^--/i.test(word.text ?? '')) : [];
      if (native.length > 0) return words.map((word) => word.shell).join(' ');
      const out = value('outfile');
      const body = value('body');
      const file = value('infile');
      const method = value('method')?.text;
      const uri = value('uri') ?? free[0];
      const options = [
        ...(out ? [`-o ${pathWord(out)}`] : []),
        ...(method && !/^get$/i.test(method) ? [`-X ${quote(method.toUpperCase())}`] : []),
        ...(body ? [`--data ${body.shell}`] : piped ? ['--data @-'] : []),
        ...(file ? [`-T ${pathWord(file)}`] : []),
        ...(value('headers') ? [`-H ${value('headers')!.shell}`] : []),
      ];
      return ['curl -s', ...options, uri?.shell ?? ''].join(' ');
    }
    case 'start-bitstransfer':
      return `curl -s -o ${paths([value('destination') ?? free[1]])} ${(value('source') ?? free[0])?.shell ?? ''}`;
    case 'invoke-expression':
      return piped && free.length === 0 ? 'bash' : `eval ${(value('command') ?? free[0])?.shell ?? ''}`;
    case 'invoke-command':
      return (value('scriptblock') ?? free.find((one) => one.block !== null))?.block?.join('\n') ?? ':';
    case 'start-process': {
      const program = value('filepath') ?? free[0];
      const given = value('argumentlist', 'args');
      const list =
        given?.text == null
          ? [given?.shell ?? '', ...free.slice(value('filepath') ? 0 : 1).map((word) => word.shell)].join(' ')
          : given.text.split(/\s+/).map(quote).join(' ');
      const raised = /^runas$/i.test(value('verb')?.text ?? '');
      return `${raised ? 'sudo ' : ''}${program ? pathWord(program) : 'program'} ${list}`.trim();
    }
    case 'foreach-object': {
      const body = (value('process', 'begin') ?? free.find((one) => one.block !== null))?.block ?? [];
      return `while read -r PSITEM; do\n${body.join('\n') || ':'}\ndone`;
    }
    case 'where-object':
    case 'sort-object':
    case 'select-object':
    case 'out-string':
    case 'out-host':
    case 'format-table':
    case 'format-list':
    case 'convertfrom-json':
    case 'convertto-json':
      return 'cat';
    case 'out-null':
      return 'cat > /dev/null';
    case 'write-output':
    case 'write-host':
    case 'write-verbose':
    case 'write-information':
      return `echo ${free.map((word) => word.shell).join(' ')}`.trimEnd();
    case 'stop-process': {
      const process = value('name', 'processname');
      return process ? `pkill ${process.shell}` : `kill ${has('force') ? '-9 ' : ''}${(value('id') ?? free[0])?.shell ?? ''}`;
    }
    case 'set-location':
    case 'push-location':
      return `cd ${paths([value('path', 'literalpath') ?? free[0]])}`;
    case 'pop-location':
      return 'cd -';
    case 'clear-history':
      return 'history -c';
    case 'restart-computer':
      return 'reboot';
    case 'stop-computer':
      return 'shutdown now';
    case 'format-volume':
    case 'clear-disk':
    case 'initialize-disk':
      return 'mkfs /dev/disk';
    case 'new-object':
      return 'echo "${PSVALUE}"';
    case 'powershell':
    case 'pwsh':
      return nestedPowerShell(rest, place.inner) ?? words.map((word) => word.shell).join(' ');
    case 'cmd': {
      const at = rest.findIndex((word) => /^\/[ck]$/i.test(word.text ?? ''));
      return at < 0
        ? 'cmd'
        : `cmd /c ${rest
            .slice(at + 1)
            .map((word) => word.shell)
            .join(' ')}`;
    }
    default: {
      // Cmdlets keep their capitals, which rules name them by; programs get the path that they are called with.
      const program =
        /^[a-z]+-[a-z]+$/.test(name) && /[A-Z]/.test(head.text ?? '')
          ? head.text!
          : /^[a-z]+-[a-z]+$/.test(name)
            ? capital(name)
            : null;
      return [
        program === null ? pathWord(head) : program,
        ...rest.map((word) =>
          word.text !== null && /^[\w.~]*\\[\w.\\-]*$|^[A-Za-z]:\\/.test(word.text) ? pathWord(word) : word.shell,
        ),
      ].join(' ');
    }
  }
}

const capital = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

/** `-Command`; null for anything else, which the reader of the script will look into. */
function nestedPowerShell(rest: readonly PsWord[], inner: Place['inner']): string | null {
  if (inner === null) return null;
  for (const [at, word] of rest.entries()) {
    const flag = word.text?.toLowerCase().replace(/^\//, '-') ?? '';
    if (/^-c(o?m?m?a?n?d?)?$/.test(flag)) {
      const block = rest[at + 1]?.block;
      if (block) return block.join('\n');
      const words = rest.slice(at + 1);
      const text = words.every((one) => one.text !== null) ? words.map((one) => one.text).join(' ') : null;
      if (text === null) return `eval ${words.map((one) => one.shell).join(' ')}`;
      return inner(text);
    }
  }
  return null;
}

function parameters(words: readonly PsWord[]): { named: Map<string, PsWord>; free: PsWord[]; flags: string[] } {
  const named = new Map<string, PsWord>();
  const free: PsWord[] = [];
  const flags: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const colon = /^-([A-Za-z]+):(.*)$/.exec(word.quoted ? '' : (word.text ?? ''));
    const name = /^-([A-Za-z]+)$/.exec(word.quoted ? '' : (word.text ?? ''))?.[1]?.toLowerCase();
    if (colon) named.set(colon[1]!.toLowerCase(), { ...word, text: colon[2]!, shell: quote(colon[2]!) });
    else if (name === undefined) free.push(word);
    else if (switches.test(`-${name}`)) flags.push(name);
    else {
      const next = words[at + 1];
      if (next === undefined || (!next.quoted && /^-[A-Za-z]/.test(next.text ?? ''))) flags.push(name);
      else {
        named.set(name, next);
        at += 1;
      }
    }
  }
  return { named, free, flags };
}
