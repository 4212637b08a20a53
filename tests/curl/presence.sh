#!/usr/bin/env bash
# Tests the emulator's tool from outside, as a program in any language would use it, only with curl. Build it first.
# Prints a line for each step. Exits with 1 if a step failed, and with 2 if the tool could not start.
set -uo pipefail
cd "$(dirname "$0")/../.."
source tests/curl/emulator.sh
for program in curl grep sed; do
  command -v "$program" > /dev/null || give_up "presence.sh needs $program, which is not installed."
done

default_scope=https://graph.microsoft.com/.default
limit=300
start_tool --users 700 --seed 42 --limit "$limit"

echo "# Signing in"
call GET "$root/"
expect "the root lists the endpoints" 200 '"graph":"/v1.0"' '"control":"/_emulator"'
status=$(ask --output "$work/body" --write-out '%{http_code}' --header 'Host: evil.example' "$root/_emulator")
body=$(cat "$work/body")
expect "the control API rejects another host name" 403 "'evil.example'" '!clientSecret'
call GET /_emulator
expect "the control API returns the application" 200 '"tenantId":' '"clientSecret":'
tenant=$(value tenantId) app=$(value clientId) secret=$(value clientSecret)
call GET "/users"
expect "a request without a token is rejected" 401 '"code":"InvalidAuthenticationToken"' 'Access token is empty.'
sign_in grant_type=client_credentials "client_id=$app" client_secret=wrong "scope=$default_scope"
expect "a wrong secret is refused" 401 '"error":"invalid_client"' AADSTS7000215
sign_in grant_type=client_credentials "client_id=$app" "client_secret=$secret" "scope=$default_scope"
expect "the application gets a token" 200 '"token_type":"Bearer"'
app_token=$token

echo "# Reading"
call GET '/users?$filter=accountEnabled%20eq%20false&$select=accountEnabled,userType&$top=3'
expect "some accounts are disabled" 200 '"accountEnabled":false,"userType":"Member"' '!true'
call GET '/users?$filter=userPrincipalName%20in%20(%27nobody%27%2C%27o%27%27hara%27)'
expect "unknown names are not an error" 200 '"value":[]'
call GET /_emulator/groups
group=$(value id)
consistency=eventual
call GET "/groups/$group/transitiveMembers/graph.user?\$count=true&\$top=5"
consistency=
expect "a group lists the members of nested groups" 200 '"@odata.count":' '@odata.nextLink'
call GET "/groups/$group/transitiveMembers/graph.user?\$count=true"
expect "but not without ConsistencyLevel" 400 '$count is not currently supported.'
call GET '/users?$top=650&$select=id'
expect "the directory gives a first page" 200 '@odata.nextLink'
expect_equal "of 650 users" 650 "$(count '"id":')"
ids=$(grep -o '"id":"[^"]*"' <<< "$body" | cut -d: -f2 | paste -sd,)
call GET "$(value @odata.nextLink)"
expect_equal "and a last page of 50" 50 "$(count '"id":')"
expect "which has no next link" 200 '!@odata.nextLink'
call POST /communications/getPresencesByUserId "{\"ids\":[$ids]}"
expect "650 presences are returned at once" 200 '"@odata.context":' '"sequenceNumber":"A'
expect_equal "one for each id" 650 "$(count '"availability":')"
call POST /communications/getPresencesByUserId "{\"ids\":[$ids,\"$app\"]}"
expect "one id more is too many" 400 '"code":"InvalidArgument"'
user=${ids:1:36} other=${ids:40:36}
call GET "/users/$user/presence"
expect "one user's presence is returned" 200 "\"id\":\"$user\"" '"outOfOfficeSettings":' '"workLocation":'
expect_match "with a request id" '[0-9a-f-]{36}' "$(header request-id)"
at_start=$body
call POST "/_emulator/users/$user/teams" '{}'
expect_done "the user closes Teams"
expect_pair "and is offline" Offline Offline

echo "# Session"
session="\"sessionId\":\"$app\""
call POST "/users/$user/presence/setPresence" "{$session,\"availability\":\"Busy\",\"activity\":\"InACall\"}"
expect_done "the application sets a session"
expect_pair "which shows" Busy InACall
call POST "/users/$user/presence/setPresence" "{$session,\"availability\":\"Busy\",\"activity\":\"Busy\"}"
expect "a pair that is not listed is refused" 400 '"code":"InvalidArgument"'
call POST "/users/$user/presence/setPresence" \
  "{$session,\"availability\":\"Away\",\"activity\":\"Away\",\"expirationDuration\":\"PT4M\"}"
expect "four minutes are too short" 400 'The provided [ExpirationDuration] is out of range.'
call POST "/users/$user/presence/setPresence" "{$session,\"Availability\":\"Away\",\"activity\":\"Away\"}"
expect "a property in the wrong casing is refused by its name" 400 "'Availability'"
status=$(ask --output "$work/body" --write-out '%{http_code}' --header "Authorization: Bearer $token" \
  --data "{$session}" "$root/v1.0/users/$user/presence/clearPresence")
body=$(cat "$work/body")
expect "and so is a body with the content type of a form" 400 "'application/x-www-form-urlencoded' is not supported"
call POST "/users/$user/presence/clearPresence" '{}'
expect "clearing requires the session id" 400 '[SessionId]: The SessionId field is required.'
call POST "/users/$user/presence/clearPresence" "{$session}"
expect_done "the application clears its session"
expect_pair "and the user is offline" Offline Offline
call POST "/users/$user/presence/clearPresence" "{$session}"
expect "a second time, there is no session" 404 '"code":"NotFound"'

echo "# Fading and expiry"
call POST "/users/$user/presence/setPresence" \
  "{$session,\"availability\":\"Available\",\"activity\":\"Available\",\"expirationDuration\":\"PT1H\"}"
expect_done "the application sets Available for an hour"
expect_pair "which shows at first" Available Available
pass_time PT5M
expect_pair "fades after five minutes" Available AvailableInactive
pass_time PT5M
expect_pair "becomes away after ten" Away Away
pass_time PT50M
expect_pair "and is over after the hour" Offline Offline
call POST "/users/$user/presence/clearPresence" "{$session}"
expect "so there is nothing to clear" 404 '"code":"NotFound"'

echo "# Preferred presence"
call POST "/users/$user/presence/setUserPreferredPresence" '{"availability":"DoNotDisturb","activity":"DoNotDisturb"}'
expect_done "the application sets a preference"
expect_pair "which needs a session to show" Offline Offline
call POST "/_emulator/users/$user/teams" '{"availability":"Busy","activity":"InAMeeting"}'
expect_pair "shows once Teams is open" DoNotDisturb DoNotDisturb
pass_time P1D
expect_pair "and is over after a day" Busy InAMeeting
call POST "/users/$user/presence/setUserPreferredPresence" '{"availability":"Offline","activity":"OffWork"}'
expect_pair "appearing offline hides the meeting" Offline OffWork
call POST "/users/$user/presence/clearUserPreferredPresence" '{}'
expect_done "the preference is cleared"
expect_pair "and the meeting shows again" Busy InAMeeting
call POST "/users/$user/presence/clearUserPreferredPresence"
expect_done "clearing works without a body and without a preference"

source tests/curl/as-a-user.sh
source tests/curl/when-it-fails.sh

echo "# The end"
call POST /_emulator/reset
expect_done "the tenant is reset"
call GET "/users/$user/presence"
expect_equal "and the user is as at the start" "$at_start" "$body"
stop_tool
expect_equal "the tool stops on a signal" 0 "$?"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
