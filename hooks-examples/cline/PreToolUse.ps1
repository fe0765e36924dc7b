$env:BUN_OPTIONS = $null; $env:BUN_BE_BUN = $null; & 'C:\Program Files\Forestall\forestall.exe' hook --agent cline; exit $LASTEXITCODE
