# SPDX-License-Identifier: GPL-3.0-or-later
# Read by `run` and `test`: makes .venv match a lock file. Costs a few milliseconds when nothing changed.
# Wants ROOT (the project's folder) and PURPOSE ("run" or "test"); nothing here starts Python needlessly.

VENV=$ROOT/.venv
VENV_PYTHON=$VENV/bin/python

say() { printf 'korak: %s\n' "$*" >&2; }

lock_of() {
    case $1 in
        run) echo "$ROOT/packaging/requirements.txt" ;;
        test) echo "$ROOT/packaging/requirements-dev.txt" ;;
    esac
}

# The environment remembers a copy of each lock it was made from.
is_installed() { [ -x "$VENV_PYTHON" ] && cmp -s "$(lock_of "$1")" "$VENV/installed-$1.txt" && ! is_outdated; }

# After an upgrade of the system's Python (3.11 to 3.13, say) the packages stand in the old version's folder.
is_outdated() {
    real=$(readlink -f "$VENV_PYTHON") || return 0
    case ${real##*/} in
        python3.*) [ ! -d "$VENV/lib/${real##*/}" ] ;;
        *) return 1 ;;
    esac
}

find_python() {
    for candidate in "${KORAK_PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

install_system_packages() {
    missing=$("$PYTHON" "$ROOT/packaging/system_packages.py" "$PURPOSE") || exit 1
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "these Debian packages, or what your system calls them, are missing (manjkajo): $missing"
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "system packages are missing; run this line, then start again (poženite to vrstico in nato znova):"
        printf '\n    sudo apt-get update && sudo apt-get install --no-install-recommends -y %s\n\n' "$missing" >&2
        exit 1
    fi
    say "installing system packages (nameščam sistemske pakete): $missing"
    log=$(mktemp)
    # shellcheck disable=SC2086  # a list of words
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y $missing; } \
        </dev/null >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        say "apt-get failed, see above (namestitev ni uspela, glejte zgoraj)"
        exit 1
    fi
    rm -f "$log"
}

make_environment() {
    if [ -x "$VENV_PYTHON" ] && ! is_outdated; then
        "$VENV_PYTHON" -m pip --version >/dev/null 2>&1 || "$PYTHON" -m venv "$VENV" || exit 1
        return
    fi
    "$PYTHON" -m venv --clear "$VENV" || exit 1
}

install_lock() {
    say "installing packages, this takes some minutes the first time (nameščam pakete, prvič traja nekaj minut)"
    [ -t 2 ] && quiet= || quiet=--quiet
    # shellcheck disable=SC2086  # empty or one word
    if ! "$VENV_PYTHON" -m pip install $quiet --no-input --disable-pip-version-check --root-user-action=ignore \
        --require-hashes --only-binary :all: --requirement "$(lock_of "$PURPOSE")" </dev/null >&2; then
        say "packages could not be installed; is this computer online? (paketov ni bilo mogoče namestiti; ali je povezava?)"
        exit 1
    fi
    # Relative to its own folder, so the project may be moved.
    for site in "$VENV"/lib/python3.*/site-packages; do echo ../../../../desktop >"$site/korak.pth"; done
    cp "$(lock_of "$PURPOSE")" "$VENV/installed-$PURPOSE.txt"
    # The test lock holds all of the run lock, in the same versions; the run lock may change versions under the test lock.
    if [ "$PURPOSE" = test ]; then cp "$(lock_of run)" "$VENV/installed-run.txt"; else forget_other_lock; fi
}

forget_other_lock() { is_installed test || rm -f "$VENV/installed-test.txt"; }

prepare() {
    is_installed "$PURPOSE" && return
    if ! PYTHON=$(find_python); then
        say "Python 3.11 or newer is needed: sudo apt-get install -y python3 (potreben je Python 3.11 ali novejši)"
        exit 1
    fi
    if command -v flock >/dev/null 2>&1; then
        exec 9<"$ROOT/packaging"
        flock 9 # two first starts at once: the second waits
        is_installed "$PURPOSE" && { exec 9<&-; return; }
    fi
    install_system_packages
    make_environment
    install_lock
    exec 9<&-
}

compile_catalogues() {
    for po in "$ROOT"/locales/*/LC_MESSAGES/*.po; do
        [ -e "$po" ] || return 0
        # Dash finds nothing newer than a file that is not there.
        if [ ! -e "${po%.po}.mo" ] || [ "$po" -nt "${po%.po}.mo" ]; then
            "$VENV_PYTHON" "$ROOT/packaging/catalogues.py" compile >&2
            return
        fi
    done
}
