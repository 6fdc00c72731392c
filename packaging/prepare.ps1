# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.ps1 and test.ps1: makes .venv match a lock file. Does nothing when nothing changed.

$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$VenvPython = Join-Path $Venv 'Scripts\python.exe'

function Say([string] $Text) { [Console]::Error.WriteLine("korak: $Text") }

function Get-Lock([string] $Purpose) {
    $name = if ($Purpose -eq 'test') { 'requirements-dev.txt' } else { 'requirements.txt' }
    Join-Path $PSScriptRoot $name
}

function Get-Stamp([string] $Purpose) { Join-Path $Venv "installed-$Purpose.txt" }

function Test-Installed([string] $Purpose) {
    $stamp = Get-Stamp $Purpose
    if (-not (Test-Path -LiteralPath $VenvPython) -or -not (Test-Path -LiteralPath $stamp)) { return $false }
    [IO.File]::ReadAllText($stamp) -ceq [IO.File]::ReadAllText((Get-Lock $Purpose))
}

function New-Environment {
    if (Test-Path -LiteralPath $VenvPython) { return }
    if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
        Say 'Python 3.11 or newer is needed, with its launcher py (potreben je Python 3.11 ali novejši): winget install Python.Python.3.13'
        exit 1
    }
    & py -3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'
    if ($LASTEXITCODE -ne 0) {
        Say 'Python between 3.11 and 3.14 is needed (potreben je Python od 3.11 do 3.14): winget install Python.Python.3.13'
        exit 1
    }
    & py -3 -m venv $Venv
    if ($LASTEXITCODE -ne 0) { exit 1 }
}

function Install-Lock([string] $Purpose) {
    Say 'installing packages, this takes some minutes the first time (nameščam pakete, prvič traja nekaj minut)'
    & $VenvPython -m pip install --no-input --disable-pip-version-check --require-hashes --only-binary :all: --requirement (Get-Lock $Purpose) | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Say 'packages could not be installed; is this computer online? (paketov ni bilo mogoče namestiti; ali je povezava?)'
        exit 1
    }
    # Relative to its own folder, so the project may be moved.
    [IO.File]::WriteAllText((Join-Path $Venv 'Lib\site-packages\korak.pth'), "..\..\..\desktop`n")
    Copy-Item -LiteralPath (Get-Lock $Purpose) -Destination (Get-Stamp $Purpose) -Force
    # The test lock holds all of the run lock; the run lock may change versions under the test lock.
    if ($Purpose -eq 'test') {
        Copy-Item -LiteralPath (Get-Lock 'run') -Destination (Get-Stamp 'run') -Force
    }
    elseif (-not (Test-Installed 'test')) {
        Remove-Item -LiteralPath (Get-Stamp 'test') -ErrorAction SilentlyContinue
    }
}

function Build-Catalogues {
    $locales = Join-Path $Root 'locales'
    if (-not (Test-Path -LiteralPath $locales)) { return }
    foreach ($po in Get-ChildItem -LiteralPath $locales -Filter '*.po' -Recurse) {
        $mo = [IO.FileInfo] [IO.Path]::ChangeExtension($po.FullName, '.mo')
        if (-not $mo.Exists -or $po.LastWriteTimeUtc -gt $mo.LastWriteTimeUtc) {
            & $VenvPython (Join-Path $PSScriptRoot 'catalogues.py') compile | Out-Host
            if ($LASTEXITCODE -ne 0) { exit 1 }
            return
        }
    }
}

function Initialize-Korak([string] $Purpose) {
    if (-not (Test-Installed $Purpose)) {
        New-Environment
        Install-Lock $Purpose
    }
    Build-Catalogues
}
