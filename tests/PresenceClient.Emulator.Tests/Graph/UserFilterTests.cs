namespace PresenceClient.Emulator.Tests.Graph;

public sealed class UserFilterTests
{
    [Theory]
    [InlineData("id eq '{id1}'", 1)]
    [InlineData("userPrincipalName eq '{upn2}'", 2)]
    [InlineData("mail eq '{UPN2}'", 2)]
    [InlineData("  MAIL   eq   '{upn2}'  ", 2)]
    [InlineData("id in ('{id3}','{id1}')", 1, 3)]
    [InlineData("id in ( '{id3}' , 'nobody' )", 3)]
    [InlineData("userPrincipalName in ('{upn2}')", 2)]
    [InlineData("startswith(userPrincipalName,'{start4}')", 4)]
    [InlineData("startswith( displayName , 'Nobody' )")]
    [InlineData("displayName eq 'O''Hara, Pat'", 0)]
    [InlineData("startswith(displayName,'o''')", 0)]
    public async Task List_Filter_ListsThoseItFits(string filter, params int[] expected)
    {
        await using TestTenant tenant = await StartAsync();
        IReadOnlyList<EmulatedUser> users = tenant.Emulator.Users;
        filter = filter
            .Replace("{id1}", users[1].Id, StringComparison.Ordinal)
            .Replace("{id3}", users[3].Id.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{upn2}", users[2].UserPrincipalName, StringComparison.Ordinal)
            .Replace("{UPN2}", users[2].UserPrincipalName.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{start4}", users[4].UserPrincipalName[..8], StringComparison.Ordinal);

        Answer answer = await tenant.GetAsync($"users?$filter={Uri.EscapeDataString(filter)}");

        answer.Status.Should().Be(200, answer.Text);
        Ids(answer).Should().Equal(expected.Select(place => users[place].Id));
    }

    [Theory]
    [InlineData("displayName eq Adele")]
    [InlineData("displayName ne 'Adele'")]
    [InlineData("givenName eq 'Adele'")]
    [InlineData("id eq 'a' or id eq 'b'")]
    [InlineData("id in ()")]
    [InlineData("endswith(mail,'x')")]
    [InlineData("startswith(displayName,'it's')")]
    public async Task List_OtherFilter_IsRefusedWithWhatThereIs(string filter)
    {
        await using TestTenant tenant = await StartAsync();

        Answer answer = await tenant.GetAsync($"users?$filter={Uri.EscapeDataString(filter)}");

        answer.ShouldBeError(400, "Request_BadRequest");
        answer.ErrorMessage.Should().StartWith("The emulator serves these filters on users: name eq 'text', ");
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

    private static Task<TestTenant> StartAsync() =>
        TestTenant.StartAsync(options => options.AddUser("O'Hara, Pat", "pat@contoso.example"));

    private static IEnumerable<string?> Ids(Answer answer) => answer.Json.GetProperty("value").EnumerateArray()
        .Select(user => user.GetProperty("id").GetString());
}
