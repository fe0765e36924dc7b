/** Everything that a tool for device management needs, as files: made from the fleet's one source. */
import { createHash } from 'node:crypto';
import { copilotForm, pretty } from './agents.ts';
import { type Fleet, programsOn, type System } from './fleet.ts';
import { claudeForm, codexForm, managedTargets, vscodePolicies } from './managed.ts';
import { merged } from './merge.ts';
import { plist } from './plist.ts';
import type { Form, Json } from './target.ts';

export interface BundleFile {
  /** With `/` between its parts. */
  path: string;
  text: string;
  executable?: boolean;
}

const folders = { linux: 'linux', darwin: 'macos', win32: 'windows' } as const satisfies Record<System, string>;

export function mdmBundle(fleet: Fleet): BundleFile[] {
  const files: BundleFile[] = [{ path: 'fleet.json', text: pretty({ ...fleet } as unknown as Json) }];
  for (const system of ['linux', 'darwin', 'win32'] as const) {
    for (const { path, form } of managedTargets({ system, root: '', env: {} }, fleet)) {
      const place = path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/');
      files.push({ path: `${folders[system]}/files${place}`, text: textOf(form) });
    }
  }
  return [
    ...files,
    { path: 'linux/install.sh', text: unixScript(fleet, 'linux'), executable: true },
    { path: 'macos/install.sh', text: unixScript(fleet, 'darwin'), executable: true },
    { path: 'macos/forestall.mobileconfig', text: profile(fleet) },
    { path: 'windows/install.ps1', text: windowsScript(fleet) },
    { path: 'windows/forestall.reg', text: registry(fleet) },
    { path: 'windows/forestall.admx', text: admx },
    { path: 'windows/en-US/forestall.adml', text: adml(fleet) },
  ];
}

function textOf(form: Form): string {
  const made = merged(form, null);
  if (made.kind === 'refused') throw new Error(made.message);
  return made.text;
}

const valueOf = (form: Form): { [key: string]: Json } => JSON.parse(textOf(form));

function unixScript(fleet: Fleet, system: 'linux' | 'darwin'): string {
  const program = fleet.programs[system];
  const folder = program.slice(0, program.lastIndexOf('/'));
  const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
  return `#!/bin/sh
# Installs forestall for every user of this machine. Run it as root${system === 'darwin' ? ', by Jamf, Kandji or by hand' : ''}, with the program
# \`forestall\` and \`fleet.json\` beside it, or in the folder that FORESTALL_FILES names. Running it again updates.
set -eu
files=\${FORESTALL_FILES:-$(cd "$(dirname "$0")" && pwd)}
[ -f "$files/fleet.json" ] || files=$files/..
program=${quoted(program)}

[ "$(id -u)" = 0 ] || { echo 'forestall: run this as root' >&2; exit 1; }
install -d -o root -g 0 -m 755 ${quoted(folder)}
# Beside its place first: a program that runs cannot be written over.
install -o root -g 0 -m 755 "$files/forestall" "$program.new"
mv -f "$program.new" "$program"
"$program" init --managed --fleet "$files/fleet.json" --yes
exec "$program" doctor
`;
}

function windowsScript(fleet: Fleet): string {
  const program = fleet.programs.win32;
  const quoted = `'${program.replaceAll("'", "''")}'`;
  return `# Installs forestall for every user of this machine. Run it as SYSTEM (Intune: "Run script in 64 bit PowerShell host") or
# as an administrator, with forestall.exe and fleet.json beside it. Running it again updates.
$ErrorActionPreference = 'Stop'
$program = ${quoted}
$folder = Split-Path -Parent $program

New-Item -ItemType Directory -Force -Path $folder | Out-Null
Copy-Item -Force -Path (Join-Path $PSScriptRoot 'forestall.exe') -Destination $program
# Users may read and run it, and nothing else.
icacls $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
foreach ($name in 'Forestall', 'OpenAI\\Codex', 'Cursor', 'GitHub\\Copilot\\policy.d', 'gemini-cli', 'qwen-code', 'Windsurf', 'opencode') {
  $place = Join-Path $env:ProgramData $name
  New-Item -ItemType Directory -Force -Path $place | Out-Null
  icacls $place /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
}
& $program init --managed --fleet (Join-Path $PSScriptRoot 'fleet.json') --yes
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $program doctor
exit $LASTEXITCODE
`;
}

/** The same settings as preferences of the machine, for agents that read them. */
function profile(fleet: Fleet): string {
  const payload = (type: string, name: string, settings: { [key: string]: Json }): Json => ({
    PayloadType: type,
    PayloadIdentifier: `dev.forestall.${name}`,
    PayloadUUID: uuid(name),
    PayloadVersion: 1,
    PayloadDisplayName: `forestall: ${name}`,
    ...settings,
  });
  return plist({
    PayloadType: 'Configuration',
    PayloadIdentifier: 'dev.forestall',
    PayloadUUID: uuid('profile'),
    PayloadVersion: 1,
    PayloadDisplayName: 'forestall',
    PayloadDescription: 'Makes coding agents ask forestall before each tool call.',
    PayloadScope: 'System',
    PayloadRemovalDisallowed: true,
    PayloadContent: [
      payload('com.anthropic.claudecode', 'claude-code', valueOf(claudeForm(fleet, 'darwin'))),
      payload('com.openai.codex', 'codex', {
        requirements_toml_base64: Buffer.from(textOf(codexForm(fleet, 'darwin'))).toString('base64'),
      }),
      payload('com.microsoft.VSCode', 'vscode', Object.fromEntries(vscodePolicies.map(([at, value]) => [at.join('.'), value]))),
    ],
  });
}

/** The same for the same name, so that a new version of the profile replaces the old one. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(`forestall ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
    .join('-')
    .toUpperCase();
}

function registry(fleet: Fleet): string {
  const value = (name: string, data: Json): string =>
    typeof data === 'boolean'
      ? `"${name}"=dword:0000000${data ? 1 : 0}`
      : `"${name}"="${JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const key = (path: string, ...values: string[]): string[] => [
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${path}]`,
    ...values,
    '',
  ];
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...key('ClaudeCode', value('Settings', valueOf(claudeForm(fleet, 'win32')))),
    ...key('GitHub\\Copilot\\forestall', value('Policy', valueOf(copilotForm('copilot-cli', programsOn(fleet, 'win32'))))),
    ...key('Microsoft\\VSCode', ...vscodePolicies.map(([at, data]) => value(at.join('.'), data))),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const policyNames = ['ClaudeCode', 'Copilot'] as const;

const admx = `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="forestall" namespace="Forestall.Policies" />
    <using prefix="windows" namespace="Microsoft.Policies.Windows" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <categories>
    <category name="Forestall" displayName="$(string.Forestall)" />
  </categories>
  <policies>
${policyNames
  .map((name) => {
    const [key, value] = name === 'ClaudeCode' ? ['ClaudeCode', 'Settings'] : ['GitHub\\Copilot\\forestall', 'Policy'];
    return `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_Explain)" key="SOFTWARE\\Policies\\${key}" presentation="$(presentation.${name})">
      <parentCategory ref="Forestall" />
      <supportedOn ref="windows:SUPPORTED_Windows_10_0" />
      <elements>
        <text id="${name}_Text" valueName="${value}" required="true" maxLength="16384" />
      </elements>
    </policy>`;
  })
  .join('\n')}
  </policies>
</policyDefinitions>
`;

function adml(fleet: Fleet): string {
  const settings = {
    ClaudeCode: valueOf(claudeForm(fleet, 'win32')),
    Copilot: valueOf(copilotForm('copilot-cli', programsOn(fleet, 'win32'))),
  };
  const escaped = (value: Json) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const names = { ClaudeCode: 'Claude Code: managed settings', Copilot: 'GitHub Copilot: policy hook' };
  const each = (line: (name: (typeof policyNames)[number]) => string) => policyNames.map(line).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>forestall</displayName>
  <description>Makes coding agents ask forestall before each tool call.</description>
  <resources>
    <stringTable>
      <string id="Forestall">forestall</string>
${each((name) => `      <string id="${name}">${names[name]}</string>\n      <string id="${name}_Explain">One line of JSON. The text that is filled in runs forestall before each tool call.</string>`)}
    </stringTable>
    <presentationTable>
${each((name) => `      <presentation id="${name}">\n        <textBox refId="${name}_Text">\n          <label>JSON:</label>\n          <defaultValue>${escaped(settings[name])}</defaultValue>\n        </textBox>\n      </presentation>`)}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}
