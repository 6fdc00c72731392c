# SPDX-License-Identifier: GPL-3.0-or-later
# Tests Korak from a fresh clone: makes what is missing, then runs every check. Arguments go to pytest.
. (Join-Path $PSScriptRoot 'prepare.ps1')

Initialize-Korak 'test'
Push-Location -LiteralPath $Root
try { & $VenvPython -P packaging\checks.py @args } finally { Pop-Location }
exit $LASTEXITCODE
