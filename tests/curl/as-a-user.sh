# Sourced by presence.sh: operations that require a signed-in user.

echo "# Signed in as a user"
call GET "/users/$user?\$select=userPrincipalName"
name=$(value userPrincipalName)
sign_in grant_type=password "client_id=$app" "client_secret=$secret" "username=$name" password=any \
  'scope=Presence.ReadWrite Presence.Read'
expect "the user gets a token" 200 '"token_type":"Bearer"'
user_token=$token
call GET /me/presence
expect "the user reads their own presence" 200 "\"id\":\"$user\""
call POST "/users/$other/presence/setStatusMessage" '{"statusMessage":{"message":{"content":"Hello"}}}'
expect "a user cannot write for another user" 401 'Cannot set the presence of another user. Authenticated user: '

echo "# Status message"
call GET /_emulator
year=$(value now | sed 's/-.*//')
until=$((year + 1))-01-01T12:00:00
call POST /me/presence/setStatusMessage "{\"statusMessage\":{\"message\":{\"content\":\"At lunch\",
  \"contentType\":\"text\"},\"expiryDateTime\":{\"dateTime\":\"$until\",\"timeZone\":\"UTC\"}}}"
expect_done "the user sets a message until New Year"
call GET /me/presence
expect "sees it with its expiry" 200 '"content":"At lunch"' "\"dateTime\":\"$until.0000000\"" '"timeZone":"UTC"'
token=$app_token
call GET "/users/$user/presence"
expect "others see only the text" 200 '"content":"At lunch"' '!expiryDateTime' '!publishedDateTime'
pass_time P366D
call GET "/users/$user/presence"
expect "and a year later it is gone" 200 '"statusMessage":null'
call POST "/users/$user/presence/setStatusMessage" '{"statusMessage":{"message":{"content":"Reading"}}}'
expect_done "the application sets a message without an expiry"
pass_time P7D
call GET "/users/$user/presence"
expect "which a week later is still there" 200 '"content":"Reading"'
call POST "/users/$user/presence/setStatusMessage" '{"statusMessage":{"message":{"content":""}}}'
expect_done "an empty text clears it"
call GET "/users/$user/presence"
expect "and it is gone" 200 '"statusMessage":null'

echo "# Work location"
call POST /me/presence/setManualLocation '{"workLocationType":"office"}'
expect "an application cannot use /me" 400 '/me request is only valid with delegated authentication flow.'
token=$user_token
call POST /me/presence/setAutomaticLocation '{"workLocationType":"remote"}'
expect_done "a dock reports that the user is remote"
call POST /me/presence/setManualLocation "{\"workLocationType\":\"office\",\"placeId\":\"$tenant\"}"
expect_done "the user chooses the office"
call GET /me/presence
expect "the user's choice wins" 200 '"source":"manual","workLocationType":"office"' "\"placeId\":\"$tenant\""
call POST /me/presence/clearLocation
expect_done "the location is cleared"
call GET /me/presence
expect "both the manual and the automatic one" 200 '"source":"none","workLocationType":"unspecified"'
call POST /me/presence/setAutomaticLocation '{"workLocationType":"office"}'
call POST /me/presence/clearAutomaticLocation '{}'
expect_done "the automatic one can be cleared separately"
call GET /me/presence
expect "and is gone" 200 '"source":"none","workLocationType":"unspecified"'
token=$app_token
