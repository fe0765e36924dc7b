/**
 * What each tool's input asks for. One table for all agents: several agents run hooks that were configured for another
 * one, so every adapter reads every dialect.
 */
import type { Action, AgentId } from '../model/toolcall.ts';
import { fieldsOf, isRecord, listAt, parsed, textAt } from './fields.ts';
import * as file from './file-inputs.ts';
import * as run from './run-inputs.ts';

export type DecodedTool =
  /** `cwd` when the tool's own input says where it runs. */
  { kind: 'action'; action: Action; cwd: string | null } | file.Fault;

/** The MCP server that a payload names; `tool` when it also says which of its tools, without any prefix. */
export interface McpName {
  server: string;
  tool: string | null;
}

interface Surroundings {
  agent: AgentId;
  /** Folder of the call, `''` when not known. */
  cwd: string;
  mcp: McpName | null;
}

const folders = ['workdir', 'working_directory', 'working_dir', 'cwd', 'Cwd', 'dir_path', 'directory', 'dir'];

const none: file.Decode = () => ({ kind: 'none' });

/** OpenCode: several calls in one. */
const batch: file.Decode = (fields, _, { agent }) => {
  const actions: Action[] = [];
  for (const item of listAt(fields, 'tool_calls') ?? []) {
    const tool = isRecord(item) ? textAt(item, 'tool') : null;
    if (!isRecord(item) || tool === null) return file.fault('an item of `tool_calls` has no `tool`');
    if (keyOf(tool) === 'batch') continue;
    const one = decodeTool(tool, item['parameters'], { agent, cwd: '', mcp: null });
    if (one.kind === 'fault') return one;
    actions.push(one.action);
  }
  return file.several(actions);
};

/** Names are lower case, without `_` and `-`. */
const tools = new Map<string, file.Decode>();
function add(decode: file.Decode, names: string): void {
  for (const name of names.split(' ')) tools.set(name, decode);
}
add(file.write, 'write create createfile writefile writetofile newrule writecode');
add(file.editorCommand, 'fswrite strreplaceeditor strreplacebasededittool texteditor');
add(file.edit, 'edit replace strreplace replacestringinfile replacefilecontent editfile searchreplace replaceinfile updatefile');
add(file.multiEdit, 'multiedit multireplacefilecontent');
add(file.multiFileEdit, 'multireplacestringinfile');
add(file.clineEditor, 'editor');
add(file.append, 'fsappend appendfile');
add(file.sketch, 'inserteditintofile');
add(file.notebookEdit, 'notebookedit editnotebook editnotebookfile');
add(file.remove, 'delete deletefile removefile');
add(file.read, 'read readfile readfiles readmanyfiles view viewfile viewimage viewfileoutline viewcodeitem notebookread');
add(file.read, 'fsread lookat readcode');
add(run.patch, 'applypatch patch');
add(run.shell('posix'), 'bash shell exec execcommand localshell containerexec container.exec execute executebash shellcommand');
add(
  run.shell('posix'),
  'runshellcommand runinterminal runcommand runterminalcommand runterminalcmd executecommand sendtoterminal',
);
add(run.commandList, 'runcommands');
add(run.shell('powershell'), 'powershell pwsh');
add(run.shell('cmd'), 'cmd executecmd');
add(run.monitor, 'monitor');
add(run.typed('posix'), 'writebash sendcommandinput writestdin');
add(run.typed('powershell'), 'writepowershell');
add(run.task, 'createandruntask');
add(run.automation, 'automationscript');
add(run.fetched, 'fetch webfetch fetchurl fetchwebpage fetchwebcontent readurlcontent readwebpage webscrape opensimplebrowser');
add(run.fetched, 'openbrowserurl browseraction');
add(run.mcpTool, 'usemcptool callmcptool');
add(batch, 'batch');
const idle = [
  // Claude Code and Codex
  'glob grep ls websearch task agent todowrite todoread exitplanmode enterplanmode askuserquestion bashoutput killshell killbash',
  'taskoutput taskstop slashcommand skill toolsearch updateplan listmcpresourcestool readmcpresourcetool lsp sendmessage',
  // Cursor, Copilot, VS Code
  'list listdir listmcpresources fetchmcpresource readlints writeshellstdin readbash stopbash listbash readpowershell stoppowershell',
  'listpowershell reportintent askuser rg filesearch grepsearch semanticsearch geterrors getterminaloutput managetodolist',
  'runsubagent testfailure createdirectory',
  // Gemini, Qwen, Antigravity
  'listdirectory searchfilecontent googlewebsearch savememory writetodos findbyname codebasesearch searchweb commandstatus',
  // Droid, Goose, Cline, OpenCode, Amp, Vibe
  'exitspecmode tree analyze screencapture listfiles searchfiles searchcodebase listcodedefinitionnames askfollowupquestion',
  'askquestion attemptcompletion submitandexit planmoderespond actmoderespond newtask spawnagent accessmcpresource invalid',
  'codesearch question planexit planenter finder oracle librarian mermaid getdiagnostics todo',
];
for (const names of idle) add(none, names);

/** Goose writes an extension before each tool; these are its own. */
const gooseExtensions =
  /^(developer|computercontroller|memory|platform|todo|tutorial|autovisualiser|extensionmanager|skills|summon)__/;

/** What stands between server and tool in names that have no `mcp` before them. */
const separators: Readonly<Partial<Record<AgentId, string>>> = {
  'copilot-cli': '-',
  'copilot-cloud': '-',
  goose: '__',
  cline: '__',
  'grok-cli': '__',
  opencode: '_',
  vibe: '_',
};

/** What `tool` would do with `input`, which may be anything. A tool that is not known is never a fault. */
export function decodeTool(tool: string, input: unknown, { agent, cwd, mcp }: Surroundings): DecodedTool {
  const name = agent === 'goose' ? tool.replace(gooseExtensions, '') : tool;
  const decode = tools.get(keyOf(name));
  const server = mcpName(tool, mcp);
  if (server !== null && (decode === undefined || mcp?.tool || /^(mcp__|MCP:|@)/.test(tool))) return mcpAction(server, input);
  const foreign = name === tool ? separated(tool, separators[agent]) : null;
  if (decode === undefined) {
    if (foreign !== null) return mcpAction(foreign, input);
    return { kind: 'action', action: { kind: 'unknown', input }, cwd: null };
  }
  const fields = fieldsOf(input);
  const decoded = decode(fields, input, { agent, tool });
  // A server's tool may be called as one of the table; with `_` for a mark, so may be the agent's own.
  if (decoded.kind === 'fault') return foreign === null || separators[agent] === '_' ? decoded : mcpAction(foreign, input);
  return { kind: 'action', action: decoded, cwd: runs(decoded) ? inside(cwd, textAt(fields, ...folders)) : null };
}

const keyOf = (tool: string): string => tool.replace(/[_-]/g, '').toLowerCase();

const runs = (action: Action): boolean =>
  action.kind === 'several'
    ? action.actions.every(runs)
    : action.kind === 'shell' || action.kind === 'exec' || action.kind === 'patch';

function mcpAction({ server, tool }: { server: string; tool: string }, input: unknown): DecodedTool {
  return { kind: 'action', action: { kind: 'mcp', server, tool, arguments: parsed(input, '{') }, cwd: null };
}

/** Server and tool of a name that says that it is an MCP server's: `mcp__s__t`, `mcp_s_t`, `MCP:t`, `@s/t`. */
function mcpName(name: string, mcp: McpName | null): { server: string; tool: string } | null {
  if (mcp?.tool) return { server: mcp.server, tool: mcp.tool };
  if (name.startsWith('MCP:')) return { server: mcp?.server ?? '', tool: name.slice('MCP:'.length) };
  if (name.startsWith('@')) {
    const at = name.indexOf('/');
    return at < 0 ? { server: name.slice(1), tool: '' } : { server: name.slice(1, at), tool: name.slice(at + 1) };
  }
  if (!name.startsWith('mcp_')) return null;
  const mark = name.startsWith('mcp__') ? '__' : '_';
  const rest = name.slice('mcp'.length + mark.length);
  if (mcp && rest.startsWith(`${mcp.server}${mark}`))
    return { server: mcp.server, tool: rest.slice(mcp.server.length + mark.length) };
  // A server's name may hold `__` itself, a tool's hardly ever does; with one `_` it is the other way round.
  const at = mark === '__' ? rest.lastIndexOf(mark) : rest.indexOf(mark);
  return at < 0 ? { server: rest, tool: '' } : { server: rest.slice(0, at), tool: rest.slice(at + mark.length) };
}

/** `fs-write_file` with `-`; null when the name has no such mark inside. */
function separated(name: string, mark: string | undefined): { server: string; tool: string } | null {
  if (mark === undefined) return null;
  const at = mark === '_' ? name.indexOf(mark) : name.lastIndexOf(mark);
  if (at <= 0 || at + mark.length >= name.length) return null;
  return { server: name.slice(0, at), tool: name.slice(at + mark.length) };
}

/** The folder that a tool names, in the call's folder when it is relative; null when it cannot be told. */
function inside(cwd: string, named: string | null): string | null {
  if (named === null || named === '') return null;
  if (/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(named)) return named;
  return cwd === '' || named.startsWith('~') ? null : `${cwd.replace(/[/\\]+$/, '')}/${named}`;
}
