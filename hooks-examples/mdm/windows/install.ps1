# Installs forestall for every user of this machine. Run it as SYSTEM (Intune: "Run script in 64 bit PowerShell host") or
# as an administrator, with forestall.exe and fleet.json beside it. Running it again updates.
$ErrorActionPreference = 'Stop'
$program = 'C:\Program Files\Forestall\forestall.exe'
$folder = Split-Path -Parent $program

New-Item -ItemType Directory -Force -Path $folder | Out-Null
Copy-Item -Force -Path (Join-Path $PSScriptRoot 'forestall.exe') -Destination $program
# Users may read and run it, and nothing else.
icacls $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
foreach ($name in 'Forestall', 'OpenAI\Codex', 'Cursor', 'GitHub\Copilot\policy.d', 'gemini-cli', 'qwen-code', 'Windsurf', 'opencode') {
  $place = Join-Path $env:ProgramData $name
  New-Item -ItemType Directory -Force -Path $place | Out-Null
  icacls $place /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
}
& $program init --managed --fleet (Join-Path $PSScriptRoot 'fleet.json') --yes
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $program doctor
exit $LASTEXITCODE
