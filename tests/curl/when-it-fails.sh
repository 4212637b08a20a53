# Sourced by presence.sh: missing permissions, batches, faults, and the limit.

echo "# Permissions and routes"
call POST /_emulator/apps '{"roles":["User.ReadBasic.All"]}'
expect "another application is registered" 201 '"clientId":'
sign_in grant_type=client_credentials "client_id=$(value clientId)" "client_secret=$(value clientSecret)" \
  "scope=$default_scope"
call GET "/users/$user/presence"
expect "which is not allowed to read presence" 403 '"code":"Forbidden","message":""'
token=not.a.token
call GET "/users/$user/presence"
expect "a forged token is refused" 401 '"code":"InvalidAuthenticationToken"'
token=$app_token
call GET /groups
expect "an unknown path is rejected" 400 "Resource not found for the segment 'groups'."
call DELETE "/users/$user/presence"
expect "and so is another method" 405 '"code":"Request_BadRequest"'
call GET /_emulator/requests
expect "the emulator records the requests" 200 '"path":"/v1.0/groups"' '"known":false' "\"application\":\"$app\""

echo "# Batch"
read="/users/$user/presence"
call POST '/$batch' "{\"requests\":[
  {\"id\":\"a\",\"method\":\"GET\",\"url\":\"$read\"},
  {\"id\":\"b\",\"method\":\"POST\",\"url\":\"$read/clearPresence\",\"body\":{$session},
   \"headers\":{\"Content-Type\":\"application/json\"}},
  {\"id\":\"c\",\"method\":\"GET\",\"url\":\"/users/$other/presence\",\"dependsOn\":[\"b\"]}]}"
expect "a batch has an answer to each request" 200 '"id":"a","status":200' "\"id\":\"$user\""
expect "the error of one request is its own" 200 '"id":"b","status":404' '"code":"NotFound"'
expect "and of those that depend on it" 200 '"id":"c","status":424'
one="{\"id\":\"a\",\"method\":\"GET\",\"url\":\"$read\"}"
call POST '/$batch' "{\"requests\":[$one,$one]}"
expect "a batch with a duplicate id is rejected as a whole" 400 '"code":"BadRequest"'

echo "# Faults"
call POST /_emulator/faults '{"path":"/users/*/presence","status":503,"headers":{"Retry-After":"2"}}'
expect "a fault is injected" 201 '"id":'
call GET /_emulator/faults
expect "and listed" 200 '"hits":0,"path":"/users/*/presence"' '"status":503'
call GET "$read"
expect "reads of one presence fail" 503 '"error":'
expect_equal "with Retry-After" 2 "$(header Retry-After)"
call GET "/communications/presences/$user"
expect "other paths do not fail" 200 "\"id\":\"$user\""
call DELETE /_emulator/faults
expect_done "the faults are ended"
call GET "$read"
expect "and reads succeed" 200 "\"id\":\"$user\""

echo "# Limit"
ask --header "Authorization: Bearer $token" --output /dev/null "$root/v1.0$read?n=[1-$limit]"
call GET "$read"
expect "more than $limit requests in 30 seconds are throttled" 429 '"code":"TooManyRequests"'
expect_match "with Retry-After in seconds" '[1-9]|[12][0-9]|30' "$(header Retry-After)"
call POST '/$batch' "{\"requests\":[$one]}"
expect "in a batch, the inner request is throttled" 200 '"id":"a","status":429' '"Retry-After":"'
pass_time PT30S
call GET "$read"
expect "after 30 seconds, requests succeed" 200 "\"id\":\"$user\""
