#!/usr/bin/env bash
# Runs all tests, having installed what they need where it can: as root on Debian or Ubuntu. What is missing is said, and the tests that need it are skipped.
# ENGAGEBOT_TESTS=long runs the full forms of the long tests.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -n "${ENGAGEBOT_SHARED:-}" ] || { [ -d ../shared ] && export ENGAGEBOT_SHARED="$(cd ../shared && pwd)"; } || true

say() { printf '%s\n' "tests: $*"; }

[ -n "${ENGAGEBOT_SHARED:-}" ] || say "no shared data (../shared, or where ENGAGEBOT_SHARED says): tests that read real histories and labelled chat are skipped"

# install PROGRAM PACKAGE...: where the program is missing and can be installed.
install() {
  local program=$1
  shift
  if command -v "$program" >/dev/null 2>&1; then return 0; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing $*"
    if ! (apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }) >/dev/null 2>&1; then
      say "could not install $*: tests that need $program are skipped"
    fi
  else
    say "$program is missing and only root can install it (apt-get install $*): tests that need it are skipped"
  fi
}

postgres_bin() {
  local bin
  for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) $(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)"); do
    if [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ]; then echo "$bin"; return 0; fi
  done
  return 1
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop_postgres() {
  if [ -n "${PG_FOLDER:-}" ]; then
    as_postgres "$PG_BIN/pg_ctl" -D "$PG_FOLDER/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$PG_FOLDER"
  fi
}

start_postgres() {
  PG_BIN=$(postgres_bin) || { say "PostgreSQL is missing: the store is tested on SQLite only"; return 0; }
  PG_FOLDER=$(mktemp -d)
  if [ "$(id -u)" = 0 ]; then chown postgres "$PG_FOLDER"; fi
  trap stop_postgres EXIT
  # Only a socket in its own folder: nothing listens on the network, and no port can be taken.
  if as_postgres "$PG_BIN/initdb" -D "$PG_FOLDER/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$PG_FOLDER/initdb.log" 2>&1 \
    && as_postgres "$PG_BIN/pg_ctl" -D "$PG_FOLDER/data" -l "$PG_FOLDER/log" -w -o "-c listen_addresses='' -c unix_socket_directories='$PG_FOLDER' -c fsync=off" start >/dev/null 2>&1; then
    export ENGAGEBOT_TEST_POSTGRES="Host=$PG_FOLDER;Username=postgres;Database=postgres"
  else
    say "PostgreSQL did not start: the store is tested on SQLite only"
    tail -n 5 "$PG_FOLDER"/*log || true
  fi
}

# validate_discord: fails where a record breaks Discord's description, or where there is none to check.
validate_discord() {
  local records checked
  if [ ! -f "$VALIDATOR" ]; then say "the tool that knows Discord's API is not there: what the client sends is checked by the fake server only"; return 0; fi
  if ! command -v node >/dev/null 2>&1; then say "node is missing: what the client sends is checked by the fake server only"; return 0; fi
  records=$RECORDS/all.txt
  cat "$RECORDS"/*.jsonl >"$records" 2>/dev/null || true
  checked=$(wc -l <"$records")
  say "checking $checked calls against Discord's description of its API"
  [ "$checked" -gt 0 ] && node "$VALIDATOR" "$records" --strict --responses -q
}

# validate_slack: as for Discord. Slack's description was last changed in 2021: what it does not know must be in tests/slack-since-2021.txt.
validate_slack() {
  local records report checked unknown
  if [ ! -f "$SLACK_VALIDATOR" ] || ! command -v node >/dev/null 2>&1; then say "no tool, or no node, for Slack's API: what is asked of it is checked by the fake server only"; return 0; fi
  records=$SLACK_RECORDS/all.txt report=$SLACK_RECORDS/report.txt
  cat "$SLACK_RECORDS"/*.jsonl >"$records" 2>/dev/null || true
  checked=$(wc -l <"$records")
  say "checking $checked calls against Slack's description of its API"
  [ "$checked" -gt 0 ] || return 1
  if ! node "$SLACK_VALIDATOR" "$records" >"$report"; then grep -A 3 '^VIOLATES' "$report" || tail -n 5 "$report"; return 1; fi
  unknown=$(sed -n -e 's/ is not in the 2021 spec$//' -e 's/^ *~ //p' "$report" | sort -u | grep -vxF -f tests/slack-since-2021.txt || true)
  if [ -n "$unknown" ]; then say "neither in Slack's description nor in tests/slack-since-2021.txt:"; printf '%s\n' "$unknown"; return 1; fi
}

command -v dotnet >/dev/null 2>&1 || { say "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download"; exit 1; }
postgres_bin >/dev/null || install initdb postgresql
install chromium chromium
install rsvg-convert librsvg2-bin fonts-dejavu-core fonts-noto-cjk fonts-symbola
start_postgres

# What the tests ask of a fake Discord, and what it answers, is held against Discord's own description of its API; what they ask of a fake Slack against Slack's.
VALIDATOR=${ENGAGEBOT_SHARED:-/nowhere}/tools/validate-discord.mjs
SLACK_VALIDATOR=${ENGAGEBOT_SHARED:-/nowhere}/tools/validate-slack.mjs
if [ -f "$VALIDATOR" ] || [ -f "$SLACK_VALIDATOR" ]; then install node nodejs; install npm npm; fi

LOG=$(mktemp)
RECORDS=$(mktemp -d)
SLACK_RECORDS=$(mktemp -d)
export ENGAGEBOT_DISCORD_RECORDS=$RECORDS ENGAGEBOT_SLACK_RECORDS=$SLACK_RECORDS
trap 'rm -rf "$LOG" "$RECORDS" "$SLACK_RECORDS"; stop_postgres' EXIT
dotnet build EngageBot.sln -c Release -v q --nologo
set +e
dotnet test EngageBot.sln -c Release --no-build --nologo -v q --logger "console;verbosity=normal" 2>&1 | tee "$LOG" | grep -vE '^ +Passed |^\[xUnit|^ *$'
status=${PIPESTATUS[0]}
set -e

# One line for all test projects.
count() { awk -v what="$1:" '$1 == what && NF == 2 { sum += $2 } END { print sum + 0 }' "$LOG"; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)
if [ "$failed" != 0 ] || [ "$passed" = 0 ]; then status=1; fi
validate_discord || { say "calls to Discord: FAILED"; status=1; }
validate_slack || { say "calls to Slack: FAILED"; status=1; }
say "$skipped skipped"
echo "$passed passed, $failed failed"
exit "$status"
