$env:BUN_OPTIONS = $null; $env:BUN_BE_BUN = $null; $global:LASTEXITCODE = 1; & 'C:\Program Files\Forestall\forestall.exe' hook --agent cline
if ($LASTEXITCODE -ne 0) { '{"cancel":true,"errorMessage":"forestall did not answer: nothing was done."}' }
exit 0
