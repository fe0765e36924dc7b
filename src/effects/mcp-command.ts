/** The MCP servers that a command adds to an agent: `claude mcp add`, `codex mcp add`, `code --add-mcp`, … */
import type { Span } from '../model/finding.ts';
import type { McpServer, McpText, McpVariable } from '../model/mcp.ts';
import type { ResolvedCommand, Word } from '../model/shell.ts';
import { jsonValue } from '../parse/config-value.ts';
import { mcpServers, serverOf } from '../parse/mcp-config.ts';

const agents =
  /^(?:claude|codex|gemini|qwen|copilot|droid|amp|grok|devin|vibe|cursor-agent|kiro-cli|q|opencode|auggie|cline|goose)$/;
const editors = /^(?:code|code-insiders|codium|cursor|windsurf|kiro|trae)$/;
/** Options of `mcp add` with a value that is of no interest. */
const withValue =
  /^(?:-s|--scope|-t|--transport|--type|--timeout|--client-id|--client-secret|--callback-port|--description|--include-tools|--exclude-tools|--tools|--cwd|--agent|--oauth-client-id|--oauth-resource|--bearer-token-env-var|--trust)$/;

/** Spans are those of the words in the outermost script. Words that are not known before the script runs are `$?`. */
export async function mcpServersOf(command: ResolvedCommand): Promise<McpServer[]> {
  const program = (command.program ?? '').toLowerCase().replace(/\.(?:exe|cmd)$/, '');
  const words = command.words.slice(1).map(wordOf);
  if (editors.test(program)) {
    const at = words.findIndex(({ text }) => /^--add-mcp(?:=|$)/.test(text));
    const json = at < 0 ? undefined : words[at]?.text.includes('=') ? cut(words[at]!, '--add-mcp='.length) : words[at + 1];
    return json ? fromJson('', json) : [];
  }
  if (!agents.test(program)) return [];
  const given = words.findIndex(({ text }) => /^--mcp-config(?:=|$)/.test(text));
  if (given >= 0) {
    const json = words[given]?.text.includes('=') ? cut(words[given]!, '--mcp-config='.length) : words[given + 1];
    return json?.text.trimStart().startsWith('{')
      ? (await mcpServers('mcp.json', json.text)).map((server) => moved(server, json.span))
      : [];
  }
  const at = words.findIndex(
    ({ text }, index) => text === 'mcp' && /^(?:add|add-json|install)$/.test(words[index + 1]?.text ?? ''),
  );
  if (at < 0 || words.slice(0, at).some(({ text }) => !text.startsWith('-'))) return [];
  const rest = words.slice(at + 2);
  if (words[at + 1]?.text === 'add-json') {
    const [name, json] = rest.filter(({ text }) => !text.startsWith('-'));
    return name && json ? fromJson(name.text, json) : [];
  }
  return added(rest, { start: command.span.start, end: command.span.end });
}

function added(words: readonly McpText[], span: Span): McpServer[] {
  const env: McpVariable[] = [];
  const headers: McpVariable[] = [];
  const plain: McpText[] = [];
  let url: McpText | null = null;
  let command: McpText | null = null;
  let name: McpText | null = null;
  const args: McpText[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    // From the program on, everything belongs to it.
    if (word.text === '--') {
      plain.push(...words.slice(at + 1));
      break;
    }
    if (plain.length >= 2 || !word.text.startsWith('-')) {
      plain.push(word);
      continue;
    }
    const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
    const flag = equals < 0 ? word.text : word.text.slice(0, equals);
    const value = (): McpText | undefined => (equals < 0 ? words[++at] : cut(word, equals + 1));
    if (flag === '-e' || flag === '--env') {
      let one = value();
      // Claude Code takes several behind one flag.
      for (; one; one = undefined) {
        env.push(...variable(one, /^([^=]+)=(.*)$/s));
        while (/^\w+=/.test(words[at + 1]?.text ?? '')) env.push(...variable(words[++at]!, /^([^=]+)=(.*)$/s));
      }
    } else if (flag === '-H' || flag === '--header') {
      const one = value();
      if (one) headers.push(...variable(one, /^([^:=]+)[:=]\s*(.*)$/s));
    } else if (flag === '--url') url = value() ?? null;
    else if (flag === '--name') name = value() ?? null;
    else if (flag === '--command') command = value() ?? null;
    else if (flag === '--args') {
      const one = value();
      if (one) args.push(...one.text.split(/[,\s]+/).map((text) => ({ text, span: one.span })));
    } else if (withValue.test(flag) && equals < 0) at++;
  }
  name ??= plain.shift() ?? null;
  const target = url === null && command === null ? (plain.shift() ?? null) : null;
  if (target && /^(?:https?|wss?):\/\//i.test(target.text)) url = target;
  else command ??= target;
  if (name === null || (url === null && command === null)) return [];
  return [
    { name: name.text, command: url === null ? command : null, args: [...args, ...plain], env, headers, url, off: false, span },
  ];
}

const variable = ({ text, span }: McpText, form: RegExp): McpVariable[] => {
  const [, name, value = ''] = form.exec(text) ?? [];
  return name === undefined ? [] : [{ name: name.trim(), text: value, span }];
};

async function fromJson(name: string, json: McpText): Promise<McpServer[]> {
  const value = await jsonValue(json.text);
  if (value?.kind !== 'table') return [];
  const own = value.entries.get('name')?.value;
  const server = serverOf(name || (own?.kind === 'text' ? own.value : ''), { key: value.span, value });
  return server ? [moved(server, json.span)] : [];
}

/** With every place in the word that holds it. */
function moved(server: McpServer, span: Span): McpServer {
  const at = <T extends McpText>(one: T): T => ({ ...one, span });
  return {
    ...server,
    span,
    command: server.command && at(server.command),
    url: server.url && at(server.url),
    args: server.args.map(at),
    env: server.env.map(at),
    headers: server.headers.map(at),
  };
}

const cut = ({ text, span }: McpText, from: number): McpText => ({ text: text.slice(from), span });

const wordOf = (word: Word): McpText => ({
  // What is not known is written as a variable: nothing that the text gives away.
  text: word.value ?? word.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '${?}')).join(''),
  span: word.span,
});
