# Sourced by presence.sh: missing permissions, batches, faults, and the limit.

echo "# Permissions and routes"
call POST /_emulator/apps '{"roles":["User.ReadBasic.All"]}'
expect "another application is registered" 201 '"clientId":'
sign_in grant_type=client_credentials "client_id=$(value clientId)" "client_secret=$(value clientSecret)" \
  "scope=$default_scope"
call GET "/users/$user/presence"
expect "which may not read presence" 403 '"code":"Forbidden","message":""'
token=not.a.token
call GET "/users/$user/presence"
expect "a forged token is refused" 401 '"code":"InvalidAuthenticationToken"'
token=$app_token
call GET /groups
expect "a path that leads nowhere is refused" 400 "Resource not found for the segment 'groups'."
call DELETE "/users/$user/presence"
expect "and so is another method" 405 '"code":"Request_BadRequest"'
call GET /_emulator/requests
expect "the emulator remembers who asked what" 200 '"path":"/v1.0/groups"' '"known":false' "\"application\":\"$app\""

echo "# Batch"
read="/users/$user/presence"
call POST '/$batch' "{\"requests\":[
  {\"id\":\"a\",\"method\":\"GET\",\"url\":\"$read\"},
  {\"id\":\"b\",\"method\":\"POST\",\"url\":\"$read/clearPresence\",\"body\":{$session},
   \"headers\":{\"Content-Type\":\"application/json\"}},
  {\"id\":\"c\",\"method\":\"GET\",\"url\":\"/users/$other/presence\",\"dependsOn\":[\"b\"]}]}"
expect "a batch answers each of its requests" 200 '"id":"a","status":200' "\"id\":\"$user\""
expect "an error of one is an error of that one" 200 '"id":"b","status":404' '"code":"NotFound"'
expect "and of those that depend on it" 200 '"id":"c","status":424'
one="{\"id\":\"a\",\"method\":\"GET\",\"url\":\"$read\"}"
call POST '/$batch' "{\"requests\":[$one,$one]}"
expect "a batch with an id twice is refused as a whole" 400 '"code":"BadRequest"'

echo "# Faults"
call POST /_emulator/faults '{"path":"/users/*/presence","status":503,"headers":{"Retry-After":"2"}}'
expect "a fault is injected" 201 '"id":'
call GET /_emulator/faults
expect "and listed" 200 '"hits":0,"path":"/users/*/presence"' '"status":503'
call GET "$read"
expect "reads of one presence fail" 503 '"error":'
expect_equal "and say when to come back" 2 "$(header Retry-After)"
call GET "/communications/presences/$user"
expect "other paths do not fail" 200 "\"id\":\"$user\""
call DELETE /_emulator/faults
expect_done "the faults are ended"
call GET "$read"
expect "and reads are answered" 200 "\"id\":\"$user\""

echo "# Limit"
ask --header "Authorization: Bearer $token" --output /dev/null "$root/v1.0$read?n=[1-$limit]"
call GET "$read"
expect "one request more than $limit in 30 seconds is one too many" 429 '"code":"TooManyRequests"'
expect_match "it says in how many seconds to come back" '[1-9]|[12][0-9]|30' "$(header Retry-After)"
call POST '/$batch' "{\"requests\":[$one]}"
expect "in a batch, it is the inner request that is refused" 200 '"id":"a","status":429' '"Retry-After":"'
pass_time PT30S
call GET "$read"
expect "after 30 seconds all is well" 200 "\"id\":\"$user\""
