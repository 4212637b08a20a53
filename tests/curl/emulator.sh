# Sourced by presence.sh: starts and stops the emulator's tool, calls it with curl, and checks the answers.

work=$(mktemp -d)
passed=0
failed=0
tool_pid=
token=
consistency=

give_up() {
  echo "$*" >&2
  exit 2
}

# Always stops the tool, and waits for its end.
stop_tool() {
  [ -n "$tool_pid" ] || return 0
  kill "$tool_pid" 2> /dev/null
  wait "$tool_pid" 2> /dev/null
  local code=$?
  tool_pid=
  return "$code"
}

finish() {
  stop_tool
  rm -rf "$work"
}
trap finish EXIT

# Starts the tool on a free port with the options given, and reads its banner until it serves: $root is its address.
# EMULATOR can be another command to start it, for example an installed presence-emulator.
start_tool() {
  local line
  mkfifo "$work/banner"
  ${EMULATOR:-dotnet run --no-build --project src/PresenceClient.Emulator.Tool --} --port 0 "$@" \
    > "$work/banner" 2>&1 &
  tool_pid=$!
  exec 3< "$work/banner"
  root=
  while read -r -t 60 line <&3; do
    echo "$line" >> "$work/said"
    case $line in
      Graph*http://*) root=${line##* } root=${root%/v1.0} ;;
      *Ctrl-C*) break ;;
    esac
  done
  [ -n "$root" ] || give_up "The emulator did not start: $(cat "$work/said" 2> /dev/null)"
}

# All requests are loopback requests, so no proxy of the machine is used.
ask() { curl --silent --show-error --noproxy '*' --max-time 20 "$@"; }

# call METHOD ADDRESS [BODY]: calls with $token and $consistency, if they are set; sets status and body, and keeps the headers.
# An address without a host is below /v1.0, or below the root if it begins with /_emulator.
call() {
  local address=$2
  case $address in
    http://*) ;;
    /_emulator*) address=$root$address ;;
    *) address=$root/v1.0$address ;;
  esac
  local options=(--request "$1" --dump-header "$work/headers" --output "$work/body" --write-out '%{http_code}')
  [ -z "$token" ] || options+=(--header "Authorization: Bearer $token")
  [ -z "$consistency" ] || options+=(--header "ConsistencyLevel: $consistency")
  [ $# -lt 3 ] || options+=(--header 'Content-Type: application/json' --data "$3")
  rm -f "$work/body"
  status=$(ask "${options[@]}" "$address")
  body=$(cat "$work/body" 2> /dev/null)
}

# sign_in FIELD=VALUE ...: calls the token endpoint; sets status, body and, if the answer has one, token.
sign_in() {
  local fields=() field
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  rm -f "$work/body"
  status=$(ask --output "$work/body" --write-out '%{http_code}' "${fields[@]}" \
    "$root/$tenant/oauth2/v2.0/token")
  body=$(cat "$work/body" 2> /dev/null)
  token=$(value access_token)
}

# value NAME [TEXT]: prints the first text with this name in the body, or in TEXT.
value() { grep -o "\"$1\":\"[^\"]*\"" <<< "${2-$body}" | sed -n '1s/.*:"\(.*\)"$/\1/p'; }

# header NAME: prints a header of the last answer.
header() { grep -i "^$1:" "$work/headers" | sed 's/^[^:]*: *//; s/[[:space:]]*$//'; }

# count WORD: prints how often a text occurs in the body.
count() { grep -oF -- "$1" <<< "$body" | wc -l; }

# report WHAT WRONG: prints one line for a step; WRONG is empty if the step succeeded.
report() {
  if [ -z "$2" ]; then
    passed=$((passed + 1))
    echo "ok - $1"
  else
    failed=$((failed + 1))
    echo "FAILED - $1: $2"
    echo "         $status ${body:0:600}"
  fi
}

# expect WHAT STATUS [PART ...]: the last answer has this status and every part in its body; a part after ! is absent.
expect() {
  local what=$1 wrong= part
  [ "$status" = "$2" ] || wrong="expected $2"
  shift 2
  for part in "$@"; do
    case $part in
      !*) [[ $body != *"${part#!}"* ]] || wrong="$wrong; ${part#!} is there" ;;
      *) [[ $body == *"$part"* ]] || wrong="$wrong; $part is not there" ;;
    esac
  done
  report "$what" "$wrong"
}

# expect_done WHAT: the last call was a successful write: 200, without a body.
expect_done() {
  local wrong=
  [ "$status" = 200 ] && [ -z "$body" ] || wrong="expected 200 and no body"
  report "$1" "$wrong"
}

# expect_equal WHAT EXPECTED ACTUAL
expect_equal() {
  local wrong=
  [ "$2" = "$3" ] || wrong="expected $2, not $3"
  report "$1" "$wrong"
}

# expect_match WHAT PATTERN ACTUAL: a whole line matches an extended regular expression.
expect_match() {
  local wrong=
  grep -qxE -- "$2" <<< "$3" || wrong="expected $2, not $3"
  report "$1" "$wrong"
}

# expect_pair WHAT AVAILABILITY ACTIVITY: $user has this presence.
expect_pair() {
  call GET "/users/$user/presence"
  expect "$1" 200 "\"availability\":\"$2\",\"activity\":\"$3\""
}

# pass_time DURATION: advances the tenant's clock.
pass_time() {
  call POST /_emulator/clock "{\"advance\":\"$1\"}"
  [ "$status" = 200 ] || report "$1 pass" "the clock did not move"
}
