#!/usr/bin/env bash
# Publishes the program with Native AOT and trimmed, prints the sizes, and runs both against the emulator's tool, which
# must be built. Exits with 1 if a publish has a warning or an expectation fails. Requires clang and zlib's headers.
set -uo pipefail
cd "$(dirname "$0")/../.."
source tests/curl/emulator.sh

# publish FORM PROPERTY: without the analyzers, because the build has run them. The trimmer and the AOT compiler warn.
publish() {
  dotnet publish tests/PresenceClient.Aot -c Release --use-current-runtime --self-contained -v quiet -nologo \
    --artifacts-path "$work/$1" --output "$work/$1/out" "-p:$2=true" -p:DebugType=none -p:RunAnalyzers=false || exit 1
  rm -f "$work/$1"/out/*.dbg "$work/$1"/out/*.xml
  echo "# $2: $(du -sb "$work/$1/out" | cut -f1) bytes"
}
publish aot PublishAot
publish trimmed PublishTrimmed

start_tool --users 700
for form in aot trimmed; do
  "$work/$form/out/aot" "$root/v1.0" || failed=1
done
exit "$failed"
