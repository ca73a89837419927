# shellcheck shell=bash
# Sourced by the commands in this folder: settings, locks, child processes, the build, PostgreSQL.
# Works with bash 3.2 and later.
set -euo pipefail
# (Functions say "return 0": in a trap a bare return repeats the status from before the trap.)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
host_dll=$root/src/Ledger.Host/bin/Release/net10.0/Ledger.Host.dll

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$0: $*"
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- settings

LEDGER_DATA=${LEDGER_DATA:-$root/.data}
(umask 022 && mkdir -p "$LEDGER_DATA") || die "cannot make the data folder $LEDGER_DATA: set LEDGER_DATA to a folder that you may write to"
LEDGER_DATA=$(cd "$LEDGER_DATA" && pwd -P)
[ -w "$LEDGER_DATA" ] || die "cannot write to $LEDGER_DATA: set LEDGER_DATA to a folder that you may write to"
export LEDGER_DATA
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
export DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT:-$ASPNETCORE_ENVIRONMENT}

# A PostgreSQL that the caller named is used as it is.
given=${ConnectionStrings__Ledger:-}

# Some images switch ICU off, but names are sorted and shown in Chinese.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# No build server stays behind.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
if [ -z "${HOME:-}" ]; then
    export HOME=$LEDGER_DATA/home
    mkdir -p "$HOME"
fi

now() {
    local t=${EPOCHREALTIME:-$SECONDS.0}
    printf '%s' "${t/,/.}"
}
seconds_since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }

sha256() { if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# ---------------------------------------------------------------- locks
# 7: this command on this data folder; 8: users of a cluster (shared); 9: a step that one process takes at a time.
# No child inherits them, so a lock never outlives the command that took it, however that ended.

lock() { # [-s|-x] [-n] FD
    if have flock; then
        flock "$@"
    else
        # shellcheck disable=SC2016
        perl -e 'use Fcntl ":flock"; my $fd = pop; my $how = grep(/s/, @ARGV) ? LOCK_SH : LOCK_EX;
            $how |= LOCK_NB if grep(/n/, @ARGV); open(my $f, ">>&=", $fd) or die; exit !flock($f, $how)' -- "$@"
    fi
}

hold() { # COMMAND: only one of it on this data folder
    exec 7>>"$LEDGER_DATA/$1.lock"
    lock -n 7 || die "ops/$1 already runs on $LEDGER_DATA ($(cat "$LEDGER_DATA/$1.lock")). Stop it, or set LEDGER_DATA to another folder."
    printf 'process %s, since %s' "$$" "$(date '+%F %T')" >"$LEDGER_DATA/$1.lock"
}

# ---------------------------------------------------------------- child processes

child= # the one that run waits for
last=  # the one that was started last

start() { # COMMAND...: in the background, in a process group of its own; its number is left in $last
    set -m
    "$@" 5>&- 6>&- 7>&- 8>&- 9>&- &
    last=$!
    set +m
}

run() { # COMMAND...: waits for it; a signal to this script ends it at once
    local code=0
    start "$@"
    child=$last
    wait "$child" || code=$?
    child=
    return "$code"
}

stop_group() { # PID of the group's first process
    kill -TERM -- "-$1" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 -- "-$1" 2>/dev/null || return 0
        sleep 0.1
    done
    say "Process $1 did not end within 10 s of TERM; killed."
    kill -KILL -- "-$1" 2>/dev/null || true
}

command_line() { # PID
    if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -o args= -p "$1"; fi 2>/dev/null
}

# ---------------------------------------------------------------- the end of a command

before_end() { :; } # a command may say what else it stops
after_end() { :; }  # and what it says last; code is the exit code

end() {
    code=$?
    trap '' INT TERM HUP
    trap - EXIT
    exec >&5 2>&6
    [ -z "$child" ] || stop_group "$child"
    before_end
    postgres_stop || say "PostgreSQL could not be stopped; its log is $c_dir/log."
    after_end
    exit "$code"
}

clean_up_at_end() {
    exec 5>&1 6>&2 # a trap finds the output where the interrupted command had it
    trap end EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# ---------------------------------------------------------------- build

need_dotnet() {
    have dotnet || die "the .NET SDK is missing: install version 10.0 (global.json names the exact one)"
    need_icu # without it not even dotnet --version works
    (cd "$root" && dotnet --version >/dev/null) || die "the .NET SDK that global.json asks for is missing"
}

in_root() { # COMMAND...: the SDK looks for global.json from the present folder upwards
    # shellcheck disable=SC2016
    run sh -c 'cd "$1" && shift && exec "$@"' sh "$root" "$@" </dev/null
}

build() { # PROJECT_OR_SOLUTION [OPTION...]: quiet unless it fails
    local log=$LEDGER_DATA/build.log code=0
    mkdir -p "$root/obj"
    exec 9>>"$root/obj/ops-build.lock"
    lock -n 9 || {
        say "Another build of this checkout runs; waiting for it."
        lock 9
    }
    in_root dotnet build "$@" -c Release --nologo -v quiet -clp:NoSummary >"$log" 2>&1 || code=$?
    exec 9>&-
    [ "$code" = 0 ] || awk '!seen[$0]++' "$log" >&2
    return "$code"
}

host_sources() {
    find "$root/src" "$root"/*.props "$root/global.json" \( -name bin -o -name obj \) -prune -o -type f "$@" -print | LC_ALL=C sort
}

build_host() { # unless no source was added, removed or changed since the last time
    local built=$root/src/Ledger.Host/obj/ops-built since
    need_dotnet
    if [ -f "$host_dll" ] && [ -f "$built" ] && [ "$(cat "$built")" = "$(host_sources)" ] &&
        [ -z "$(host_sources -newer "$built")" ]; then
        return 0
    fi
    say "Building …"
    since=$(now)
    host_sources >"$LEDGER_DATA/built"
    build src/Ledger.Host || die "the build failed"
    mv "$LEDGER_DATA/built" "$built"
    say "Built in $(seconds_since "$since") s."
}

# ---------------------------------------------------------------- packages

root_by= # empty when root; else the command that makes us root
may_install() {
    [ "$(id -u)" != 0 ] || return 0
    have sudo || return 1
    if sudo -n true 2>/dev/null; then root_by='sudo -n'; elif [ -t 0 ]; then root_by=sudo; else return 1; fi
}
# Package managers say much; it is shown when it failed.
install() { # COMMAND...: as root
    local log=$LEDGER_DATA/install.log code=0
    # shellcheck disable=SC2086
    $root_by "$@" </dev/null >"$log" 2>&1 || code=$?
    [ "$code" = 0 ] || tail -n 20 "$log" >&2
    return "$code"
}

apt() {
    install env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

newest() { # TEST PREFIX [SUFFIX]: the newest PREFIX<version>SUFFIX that TEST finds
    local version
    for version in 18 17 16 15; do
        if "$1" "$2$version${3:-}"; then
            printf '%s' "$version"
            return 0
        fi
    done
    return 1
}
in_apt() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }
in_dnf() { dnf -q list "$1" >/dev/null 2>&1; }
in_apk() { [ -n "$(apk search -q -e "$1" 2>/dev/null)" ]; }

install_postgres() {
    local version quiet=/etc/postgresql-common/createcluster.d/ledger.conf code=0
    if have apt-get && may_install; then
        say "PostgreSQL 15 or later is missing: installing it with apt-get."
        apt update || say "apt-get update failed; going on with the package lists that are here."
        version=$(newest in_apt postgresql-) || return 1
        # Debian would also make a cluster of its own and start it on port 5432.
        install mkdir -p "${quiet%/*}"
        install sh -c "echo 'create_main_cluster = false' >$quiet"
        apt install --no-install-recommends "postgresql-$version" || code=$?
        install rm -f "$quiet"
        return "$code"
    elif have dnf && may_install; then
        say "PostgreSQL 15 or later is missing: installing it with dnf."
        if version=$(newest in_dnf postgresql -server); then
            install dnf -q -y install "postgresql$version-server" "postgresql$version-contrib"
        else
            # Red Hat keeps later versions than its first in a module.
            install dnf -q -y module enable postgresql:16 2>/dev/null || true
            install dnf -q -y install postgresql-server postgresql-contrib
        fi
    elif have apk && may_install; then
        say "PostgreSQL 15 or later is missing: installing it with apk."
        install apk update -q || true
        version=$(newest in_apk postgresql) || return 1
        install apk add -q "postgresql$version" "postgresql$version-client" "postgresql$version-contrib"
    elif have brew && [ "$(id -u)" != 0 ]; then
        say "PostgreSQL 15 or later is missing: installing postgresql@17 with Homebrew."
        brew install -q postgresql@17 </dev/null >&2
    else
        return 1
    fi
}

has_icu() {
    local library
    [ "$(uname -s)" != Darwin ] || return 0
    for library in /usr/lib*/libicuuc.so* /usr/lib/*/libicuuc.so* /usr/local/lib/libicuuc.so*; do
        [ ! -e "$library" ] || return 0
    done
    return 1
}

need_icu() {
    local package
    ! has_icu || return 0
    say "ICU, which .NET needs to sort and show text, is missing: installing it."
    if have apt-get && may_install; then
        apt update || true
        package=$(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | sort | tail -n 1)
        apt install --no-install-recommends "${package:-libicu-dev}"
    elif have dnf && may_install; then
        install dnf -q -y install libicu
    elif have apk && may_install; then
        install apk add -q icu-libs icu-data-full
    else
        false
    fi || die "ICU is missing and could not be installed from here: install libicu (Alpine: icu-libs icu-data-full)"
}

# ---------------------------------------------------------------- PostgreSQL
# A cluster NAME lies in $LEDGER_DATA/NAME: data, log, password. It listens on 127.0.0.1 on a free port and has no
# socket file. All that use it hold NAME.users shared; the last to leave stops it.

pg_bin='' c_name='' c_dir='' c_data='' c_user='' c_fresh=''

pg_places() {
    local tool path
    for tool in pg_ctl initdb postgres; do
        path=$(command -v "$tool") || continue
        dirname "$(readlink -f "$path" 2>/dev/null || printf '%s' "$path")"
    done
    for path in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/libexec/postgresql*/bin /usr/libexec/postgresql* \
        /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin /home/linuxbrew/.linuxbrew/opt/postgresql@*/bin \
        /Applications/Postgres.app/Contents/Versions/*/bin; do
        [ ! -x "$path/initdb" ] || printf '%s %s\n' "$(pg_major "$path")" "$path"
    done | sort -rn | cut -d' ' -f2-
}

pg_major() { "$1/postgres" --version 2>/dev/null | sed -n 's/^[^0-9]*\([0-9][0-9]*\).*/\1/p'; }

pg_find() { # [MAJOR]: sets pg_bin to the first installation that will do
    local path major
    while IFS= read -r path; do
        if [ ! -x "$path/initdb" ] || [ ! -x "$path/pg_ctl" ] || [ ! -x "$path/postgres" ]; then continue; fi
        [ -x "$path/psql" ] || have psql || continue
        major=$(pg_major "$path")
        [ -n "$major" ] || continue
        if [ -n "${1:-}" ] && [ "$major" != "$1" ]; then continue; fi
        if [ "$major" -ge 15 ]; then
            pg_bin=$path
            return 0
        fi
    done <<EOT
$(pg_places)
EOT
    return 1
}

need_postgres() {
    local major=
    [ ! -f "$c_data/PG_VERSION" ] || major=$(cat "$c_data/PG_VERSION")
    pg_find "$major" && return 0
    [ -z "$major" ] || die "the database in $c_data was made by PostgreSQL $major, which is not installed.
Install postgresql-$major, or take its data over with pg_upgrade, or begin anew with another LEDGER_DATA."
    if install_postgres && pg_find; then return 0; fi
    die "PostgreSQL 15 or later is missing and could not be installed from here.
Install it (Debian, Ubuntu: postgresql; Fedora, Red Hat: postgresql-server postgresql-contrib; Alpine: postgresql17
postgresql17-client postgresql17-contrib; macOS: brew install postgresql@17), or name a running one:
  export ConnectionStrings__Ledger='Host=…;Database=…;Username=…;Password=…'"
}

quote() { # ARG...: as words of a POSIX shell
    local word
    for word; do printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"; done
}

as_owner() { # COMMAND...: as the cluster's user, who may not be able to enter the present folder; holds no lock
    (
        cd /
        exec 5>&- 6>&- 7>&- 8>&- 9>&-
        if [ -z "$c_user" ]; then
            exec "$@"
        elif have runuser; then
            exec runuser -u "$c_user" -- "$@"
        else
            exec su "$c_user" -s /bin/sh -c "exec $(quote "$@")"
        fi
    )
}

owner() { stat -c %U "$1" 2>/dev/null || stat -f %Su "$1"; }

need_pg_user() {
    id postgres >/dev/null 2>&1 && return 0
    say "PostgreSQL does not run as root: adding the system user postgres."
    if have useradd; then
        useradd --system --no-create-home --home-dir / --shell /sbin/nologin postgres
    else
        adduser -S -D -H -h / -s /sbin/nologin postgres
    fi
}

cluster() { # NAME: sets c_*
    local record=$LEDGER_DATA/$1.place place
    c_name=$1
    c_user=
    c_dir=$LEDGER_DATA/$1
    if [ "$(id -u)" = 0 ]; then
        place=/var/lib/ledger-$(printf '%s' "$c_dir" | sha256 | cut -c1-12)
        if [ -f "$record" ]; then
            [ "$(cat "$record")" = "$place" ] || die "this data folder was moved or copied: its database lies in $(cat "$record").
Move it along (mv '$(cat "$record")' '$place' && printf %s '$place' >'$record'), or begin anew (rm '$record')."
            c_dir=$place
        fi
        c_user=postgres
        if [ -d "$c_dir/data" ] && [ "$(owner "$c_dir/data")" != root ]; then c_user=$(owner "$c_dir/data"); fi
    elif [ -d "$c_dir/data" ] && [ ! -O "$c_dir/data" ]; then
        die "the database in $c_dir belongs to the user $(owner "$c_dir/data"): run this as that user or as root, or set LEDGER_DATA"
    fi
    c_data=$c_dir/data
}

cluster_place() { # makes c_dir, in a place that its user can reach
    if [ -z "$c_user" ] || [ -f "$LEDGER_DATA/$c_name.place" ]; then
        mkdir -p "$c_dir"
    else
        need_pg_user
        if ! as_owner test -x "$LEDGER_DATA" || ! mkdir -p "$c_dir" || ! chown "$c_user" "$c_dir" 2>/dev/null ||
            [ "$(owner "$c_dir")" != "$c_user" ]; then
            [ ! -d "$c_data" ] || die "the user $c_user, who owns the database in $c_dir, cannot enter that folder any more"
            rmdir "$c_dir" 2>/dev/null || true
            c_dir=/var/lib/ledger-$(printf '%s' "$c_dir" | sha256 | cut -c1-12)
            if [ -e "$c_dir" ]; then
                say "$c_dir holds the database of a data folder that was deleted; moved aside to $c_dir.old.$$."
                mv "$c_dir" "$c_dir.old.$$"
            fi
            mkdir -m 700 "$c_dir"
            printf '%s' "$c_dir" >"$LEDGER_DATA/$c_name.place"
            say "The user $c_user cannot enter $LEDGER_DATA: the database lies in $c_dir."
        fi
        chown "$c_user" "$c_dir"
    fi
    chmod 700 "$c_dir"
    c_data=$c_dir/data
}

postmaster() { # the process that serves this cluster; fails when there is none
    local pid
    pid=$(head -n 1 "$c_data/postmaster.pid" 2>/dev/null) || return 1
    case $pid in '' | *[!0-9]*) return 1 ;; esac
    case "$(command_line "$pid") " in *" -D $c_data "*) printf '%s' "$pid" ;; *) return 1 ;; esac
}

psql_path() { if [ -x "$pg_bin/psql" ]; then echo "$pg_bin/psql"; else command -v psql; fi; }

sql() { # DATABASE: SQL from standard input, as the superuser
    PGPASSWORD=$c_password PGCONNECT_TIMEOUT=5 "$(psql_path)" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$c_port" -U postgres -d "$1" \
        5>&- 6>&- 7>&- 8>&- 9>&-
}

cluster_init() {
    local locale=C options=
    ! locale -a 2>/dev/null | grep -qiE '^C\.utf-?8$' || locale=C.UTF-8
    [ -z "$c_fresh" ] || options=--no-sync
    # Made under another name first: where the folder "data" stands, it is complete.
    as_owner rm -rf "$c_data.new"
    # shellcheck disable=SC2016
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n' | as_owner sh -c 'umask 077; cat >"$1"' sh "$c_dir/password"
    # shellcheck disable=SC2086
    as_owner "$pg_bin/initdb" -D "$c_data.new" -U postgres -A scram-sha-256 --pwfile="$c_dir/password" -E UTF8 --locale="$locale" \
        --no-instructions $options >"$LEDGER_DATA/$c_name.initdb.log" 2>&1 || {
        cat "$LEDGER_DATA/$c_name.initdb.log" >&2
        die "initdb failed"
    }
    as_owner mv "$c_data.new" "$c_data"
    rm -f "$LEDGER_DATA/$c_name.initdb.log"
}

cluster_launch() { # [SERVER OPTION...]
    local log=$c_dir/log pid
    pid=$(head -n 1 "$c_data/postmaster.pid" 2>/dev/null || true)
    if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then
        # After a reboot the number may belong to another program, and PostgreSQL would take that for itself.
        as_owner rm -f "$c_data/postmaster.pid"
    fi
    # The same port as before when it is free: a service that lost its database finds it again.
    c_port=$(cat "$c_dir/port" 2>/dev/null || true)
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        if [ -z "$c_port" ] || port_open "$c_port"; then
            c_port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
            continue
        fi
        [ ! -f "$log" ] || as_owner mv -f "$log" "$log.before"
        if as_owner "$pg_bin/pg_ctl" start -D "$c_data" -l "$log" -s -w -t 120 \
            -o "-p $c_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' $*" </dev/null >/dev/null 2>&1; then
            printf '%s' "$c_port" >"$c_dir/port"
            return 0
        fi
        # The port was taken meanwhile, or processes of a server that was killed are still ending.
        if grep -q 'pre-existing shared memory' "$log" 2>/dev/null; then
            sleep 1
        else
            grep -qi 'could not bind\|in use' "$log" 2>/dev/null || break
            c_port=
        fi
    done
    tail -n 20 "$log" >&2 2>/dev/null || true
    die "PostgreSQL did not start; its log is $log"
}

postgres_start() { # NAME [--fresh] [SERVER OPTION...]: exports ConnectionStrings__Ledger
    local name=$1
    shift
    c_fresh=
    if [ "${1:-}" = --fresh ]; then
        c_fresh=1
        shift
    fi
    if [ -n "$given" ]; then
        c_name=
        say "PostgreSQL: the one that ConnectionStrings__Ledger names."
        return 0
    fi
    cluster "$name"
    exec 9>>"$LEDGER_DATA/$name.start" 8>>"$LEDGER_DATA/$name.users"
    lock 9
    if [ -n "$c_fresh" ]; then
        lock -n 8 || die "the cluster $name is in use by another command on $LEDGER_DATA"
        cluster_remove || die "cannot stop the PostgreSQL in $c_data"
        cluster "$name"
    fi
    lock -s 8
    need_postgres
    cluster_place
    if postmaster >/dev/null; then
        c_port=$(sed -n 4p "$c_data/postmaster.pid")
    else
        [ -d "$c_data" ] || cluster_init
        cluster_launch "$@"
    fi
    exec 9>&-
    c_password=$(cat "$c_dir/password") || die "the password of the database in $c_dir is lost (file password)"
    unset PGHOST PGPORT PGUSER PGPASSWORD PGPASSFILE PGDATABASE PGDATA PGSERVICE PGOPTIONS PGSSLMODE PGSSLCERT PGSSLKEY PGTZ
    need_btree_gist
    export ConnectionStrings__Ledger="Host=127.0.0.1;Port=$c_port;Database=postgres;Username=postgres;Password=$c_password"
}

need_btree_gist() {
    local found
    found=$(echo "select count(*) from pg_available_extensions where name = 'btree_gist'" | sql postgres)
    [ "$found" = 0 ] || return 0
    say "PostgreSQL's extension btree_gist is missing: installing postgresql-contrib."
    if have dnf && may_install; then install dnf -q -y install postgresql-contrib
    elif have apk && may_install; then install apk add -q "postgresql$(pg_major "$pg_bin")-contrib"
    elif have apt-get && may_install; then apt install --no-install-recommends postgresql-contrib
    else false; fi || die "PostgreSQL's extension btree_gist is missing: install the package postgresql-contrib"
}

ledger_database() { # makes the database and its role; exports their connection string
    [ -z "$given" ] || return 0
    if [ "$(echo "select count(*) from pg_database where datname = 'ledger'" | sql postgres)" = 0 ]; then
        sql postgres <<EOT
select 'create role ledger login' where not exists (select from pg_roles where rolname = 'ledger') \gexec
alter role ledger password '$c_password';
create database ledger owner ledger;
EOT
    fi
    export ConnectionStrings__Ledger="Host=127.0.0.1;Port=$c_port;Database=ledger;Username=ledger;Password=$c_password"
}

# What was done to this cluster: its notes lie beside its data and go with it.
remembered() { [ -n "$c_name" ] && [ "$(cat "$c_dir/$1.done" 2>/dev/null)" = "$2" ]; }
remember() { [ -z "$c_name" ] || printf '%s' "$2" >"$c_dir/$1.done"; }

signing_key() { # the key of a development machine's tokens
    local file=$LEDGER_DATA/signing-key
    [ ! -s "$file" ] || return 0
    (umask 077 && head -c 32 /dev/urandom | base64 | tr -d '\n' >"$file.new" && mv "$file.new" "$file")
}

cluster_stop() {
    postmaster >/dev/null || return 0
    pg_find "$(cat "$c_data/PG_VERSION")" || return 1
    as_owner "$pg_bin/pg_ctl" stop -D "$c_data" -m fast -s -w -t 60 >/dev/null 2>&1 ||
        as_owner "$pg_bin/pg_ctl" stop -D "$c_data" -m immediate -s -w -t 20 >&2
}

cluster_remove() {
    cluster_stop || return 1
    rm -rf "$c_dir" "$LEDGER_DATA/$c_name.place" "$LEDGER_DATA/$c_name.keep"
}

kept() { # was it started by ops/postgres start, and is it still that one?
    [ -f "$LEDGER_DATA/$c_name.keep" ] && [ "$(cat "$LEDGER_DATA/$c_name.keep")" = "$(postmaster_start)" ]
}
postmaster_start() { sed -n '1p;3p' "$c_data/postmaster.pid" 2>/dev/null; }

postgres_stop() { # leaves the cluster; the last to leave stops it, and removes it if it was fresh
    local code=0
    [ -n "$c_name" ] || return 0
    exec 9>>"$LEDGER_DATA/$c_name.start"
    lock 9
    exec 8>&-
    exec 8>>"$LEDGER_DATA/$c_name.users"
    if lock -n 8; then
        if [ -n "$c_fresh" ]; then cluster_remove; elif ! kept; then cluster_stop; fi || code=$?
    fi
    exec 8>&- 9>&-
    c_name=
    return "$code"
}

# ---------------------------------------------------------------- HTTP

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

http() { # PORT PATH: the status, then the body
    if have curl; then
        curl -s --max-time 5 -w '\n%{http_code}' "http://127.0.0.1:$1$2" 5>&- 6>&- 7>&- 8>&- 9>&- | awk '{ line[NR] = $0 } END { print line[NR]; for (i = 1; i < NR; i++) print line[i] }'
    else
        (
            exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
            printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
            tr -d '\r' <&3 | awk 'NR == 1 { print $2 } body { print } /^$/ { body = 1 }'
        ) 2>/dev/null
    fi
}
