namespace PresenceClient.Emulator.Tests.Graph;

public sealed class UserFilterTests
{
    [Theory]
    [InlineData("id eq '{id1}'", 1)]
    [InlineData("userPrincipalName eq '{upn2}'", 2)]
    [InlineData("mail eq '{MAIL2}'", 2)]
    [InlineData("  MAIL   eq   '{mail2}'  ", 2)]
    [InlineData("id in ('{id3}','{id1}')", 1, 3)]
    [InlineData("id in ( '{id3}' , 'nobody' )", 3)]
    [InlineData("userPrincipalName in ('{upn2}')", 2)]
    [InlineData("startswith(userPrincipalName,'{start4}')", 4)]
    [InlineData("startswith( displayName , 'Nobody' )")]
    [InlineData("displayName eq 'O''Hara, Pat'", 0)]
    [InlineData("accountEnabled eq false", 1)]
    [InlineData("ACCOUNTENABLED eq true and userType eq 'Guest'", 2)]
    [InlineData("userType eq 'guest'", 2)]
    [InlineData("userType in ('Guest','Nobody') and accountEnabled eq false")]
    [InlineData("accountEnabled eq true  and   userType eq 'Member' and id in ('{id1}','{id3}','{id11}')", 3, 11)]
    [InlineData("startswith(displayName,'o''') and userPrincipalName in ('pat@contoso.example') ", 0)]
    [InlineData("startswith(displayName,'o''')", 0)]
    [InlineData("id eq '{id3}' or id eq '{id1}'", 1, 3)]
    [InlineData("id eq '{id1}' and accountEnabled eq true or id eq '{id3}' and userType eq 'Member'", 3)]
    [InlineData("id in ('{id3}','a','b','c','d','e','f','g','h','i','j','k','l','m','{id1}')", 1, 3)]
    [InlineData("id in ('{id3}','a','b','c','d','e','f','g','h','i','j','k','l','m','{id1}') and mail eq '{mail2}'")]
    public async Task List_Filter_ListsThoseItFits(string filter, params int[] expected)
    {
        await using TestTenant tenant = await StartAsync();
        IReadOnlyList<EmulatedUser> users = tenant.Emulator.Users;
        filter = filter
            .Replace("{id1}", users[1].Id, StringComparison.Ordinal)
            .Replace("{id11}", users[11].Id, StringComparison.Ordinal)
            .Replace("{id3}", users[3].Id.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{upn2}", users[2].UserPrincipalName, StringComparison.Ordinal)
            .Replace("{mail2}", users[2].Mail, StringComparison.Ordinal)
            .Replace("{MAIL2}", users[2].Mail.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{start4}", users[4].UserPrincipalName[..8], StringComparison.Ordinal);

        Answer answer = await tenant.GetAsync($"users?$filter={Uri.EscapeDataString(filter)}");

        answer.Status.Should().Be(200, answer.Text);
        Ids(answer).Should().Equal(expected.Select(place => users[place].Id));
    }

    [Theory]
    [InlineData("displayName eq Adele")]
    [InlineData("displayName ne 'Adele'")]
    [InlineData("givenName eq 'Adele'")]
    [InlineData("id eq 'a' or")]
    [InlineData("id eq 'a' or or id eq 'b'")]
    [InlineData("id eq 'a' or (id eq 'b' and id eq 'c')")]
    [InlineData("id in ()")]
    [InlineData("accountEnabled eq 'true'")]
    [InlineData("accountEnabled eq TRUE")]
    [InlineData("accountEnabled ne true")]
    [InlineData("accountEnabled in ('true')")]
    [InlineData("startswith(accountEnabled,'t')")]
    [InlineData("userType eq true")]
    [InlineData("id eq 'a' and")]
    [InlineData("id eq 'a' and ")]
    [InlineData("and id eq 'a'")]
    [InlineData("id eq 'a'and id eq 'b'")]
    [InlineData("id eq 'a' id eq 'b'")]
    [InlineData("id eq 'a' and and id eq 'b'")]
    [InlineData("(accountEnabled eq true)")]
    [InlineData("endswith(mail,'x')")]
    [InlineData("startswith(displayName,'it's')")]
    public async Task List_OtherFilter_IsRefusedWithWhatThereIs(string filter)
    {
        await using TestTenant tenant = await StartAsync();

        Answer answer = await tenant.GetAsync($"users?$filter={Uri.EscapeDataString(filter)}");

        answer.ShouldBeError(400, "Request_BadRequest");
        answer.ErrorMessage.Should().StartWith("The emulator supports these filters on users: name eq 'text', ")
            .And.EndWith("id, displayName, userPrincipalName, mail, accountEnabled, userType.");
    }

    [Theory]
    [InlineData("id in ({16})", 16)]
    [InlineData("id in ({15}) or id eq 'a'", 16)]
    [InlineData("accountEnabled eq true and id in ({16}) or id eq 'a' and mail in ({2})", 18)]
    public async Task List_FilterOfTooManyClauses_IsRefusedInTheObservedWords(string filter, int count)
    {
        await using TestTenant tenant = await StartAsync();
        foreach (int size in (int[])[2, 15, 16])
        {
            filter = filter.Replace(
                $"{{{size}}}", string.Join(',', Enumerable.Repeat("'a'", size)), StringComparison.Ordinal);
        }

        Answer answer = await tenant.GetAsync($"users?$filter={Uri.EscapeDataString(filter)}");

        answer.ShouldBeError(
            400,
            "Request_UnsupportedQuery",
            "Too many child clauses specified in search filter expression containing 'OR' operators: "
                + $"{count}. Max allowed: 15.");
    }

    [Fact]
    public async Task List_FilterAndTop_LinkGoesOnWithTheFilter()
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedUser[] users = [.. tenant.Emulator.Users.Where((_, place) => place is 1 or 4 or 6 or 9)];
        string filter = $"id in ({string.Join(',', users.Select(user => $"'{user.Id}'"))})";

        Answer first = await tenant.GetAsync($"users?$top=2&$filter={Uri.EscapeDataString(filter)}");
        Answer second = await tenant.GetAsync(first.Json.GetProperty("@odata.nextLink").GetString()!);

        Ids(first).Concat(Ids(second)).Should().Equal(users.Select(user => user.Id));
        second.Json.TryGetProperty("@odata.nextLink", out _).Should().BeFalse("nobody else fits");
    }

    [Theory]
    [InlineData("accountEnabled eq true", "User.ReadBasic.All", 403)]
    [InlineData("id eq 'a' and userType eq 'Member'", "User.ReadBasic.All", 403)]
    [InlineData("userPrincipalName eq 'a'", "User.ReadBasic.All", 200)]
    [InlineData("accountEnabled eq true", "User.Read.All", 200)]
    [InlineData("accountEnabled eq true", "Directory.Read.All", 200)]
    public async Task List_FilterBeyondTheBasicProfile_TakesMorePermission(string filter, string permission, int status)
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedApplication app = tenant.Emulator.AddApplication(permission);
        string path = $"users?$filter={Uri.EscapeDataString(filter)}";

        Answer[] answers =
        [
            await tenant.GetAsync(path, tenant.Emulator.CreateCredential(app)),
            await tenant.GetAsync(path, tenant.Emulator.SignIn(tenant.Emulator.Users[0], permission)),
        ];

        foreach (Answer answer in answers)
        {
            answer.Status.Should().Be(status, answer.Text);
            if (status == 403)
            {
                answer.ShouldBeError(
                    403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
            }
        }
    }

    private static Task<TestTenant> StartAsync() => TestTenant.StartAsync(options => options
        .AddUser("O'Hara, Pat", "pat@contoso.example")
        .AddUser("Gone", accountEnabled: false)
        .AddGuest("Visitor"));

    private static IEnumerable<string?> Ids(Answer answer) => answer.Json.GetProperty("value").EnumerateArray()
        .Select(user => user.GetProperty("id").GetString());
}
