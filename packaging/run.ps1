# SPDX-License-Identifier: GPL-3.0-or-later
# Starts Korak from a fresh clone: makes what is missing, then runs `python -m korak` with the given arguments.
. (Join-Path $PSScriptRoot 'prepare.ps1')

Initialize-Korak 'run'
& $VenvPython -P -m korak @args
exit $LASTEXITCODE
