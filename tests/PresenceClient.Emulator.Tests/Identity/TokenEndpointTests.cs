using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;

namespace PresenceClient.Emulator.Tests.Identity;

public sealed class TokenEndpointTests
{
    private const string GraphScope = "https://graph.microsoft.com/.default";

    [Fact]
    public async Task ClientCredentials_GiveATokenWithTheRoles()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await AskAsync(tenant, Application(tenant));

        answer.Status.Should().Be(200);
        answer.ContentHeaders.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        answer.Json.GetProperty("token_type").GetString().Should().Be("Bearer");
        answer.Json.GetProperty("expires_in").GetInt64().Should().Be(86_400);
        JsonWebToken token = Token(answer);
        token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).Should()
            .Equal("Presence.ReadWrite.All", "User.ReadBasic.All", "User.Read.All", "GroupMember.Read.All");
        token.GetClaim("appid").Value.Should().Be(tenant.AppId);
        token.GetClaim("tid").Value.Should().Be(tenant.Emulator.TenantId);
        Guid.TryParse(token.GetClaim("oid").Value, out _).Should().BeTrue();
        token.Audiences.Should().Equal("https://graph.microsoft.com");
        token.Issuer.Should().Be($"https://sts.windows.net/{tenant.Emulator.TenantId}/");
        (token.ValidTo - token.ValidFrom).Should().Be(TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task ClientCredentials_ByBasicHeader_GiveAToken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string pair = $"{tenant.AppId}:{Uri.EscapeDataString(tenant.Emulator.Application.ClientSecret)}";
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));

        Answer right = await AskAsync(tenant, GrantAndScope(), basic: encoded);
        Answer wrong = await AskAsync(tenant, GrantAndScope(), basic: "?");

        right.Status.Should().Be(200);
        ShouldFail(wrong, 400, "invalid_request", 900144);
    }

    [Fact]
    public async Task Password_GivesATokenWithTheScopes()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[3];
        Dictionary<string, string> form = Password(user.UserPrincipalName.ToUpperInvariant());
        form["scope"] = "Presence.ReadWrite https://graph.microsoft.com/User.ReadBasic.All openid offline_access";

        JsonWebToken token = Token(await AskAsync(tenant, form));

        token.GetClaim("scp").Value.Should().Be("Presence.ReadWrite User.ReadBasic.All");
        token.GetClaim("oid").Value.Should().Be(user.Id);
        token.GetClaim("upn").Value.Should().Be(user.UserPrincipalName);
        token.GetClaim("appid").Value.Should().Be(tenant.AppId);
        token.TryGetClaim("roles", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Password_ForAnotherApplication_ActsForThatOne()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedApplication app = tenant.Emulator.AddApplication();
        Dictionary<string, string> form = Password(tenant.Emulator.Users[0].UserPrincipalName);
        form["client_id"] = app.ClientId;
        form["scope"] = GraphScope;

        JsonWebToken token = Token(await AskAsync(tenant, form, "organizations"));

        token.GetClaim("appid").Value.Should().Be(app.ClientId);
        token.GetClaim("scp").Value.Should()
            .Be("Presence.Read.All Presence.ReadWrite User.ReadBasic.All User.Read.All GroupMember.Read.All");
    }

    [Theory]
    [InlineData("grant_type", null, 400, "invalid_request", 900144)]
    [InlineData("grant_type", "device_code", 400, "unsupported_grant_type", 70003)]
    [InlineData("client_id", null, 400, "invalid_request", 900144)]
    [InlineData("client_id", "00000000-0000-4000-8000-000000000000", 400, "unauthorized_client", 700016)]
    [InlineData("client_secret", null, 401, "invalid_client", 7000218)]
    [InlineData("client_secret", "guess", 401, "invalid_client", 7000215)]
    [InlineData("scope", null, 400, "invalid_request", 900144)]
    [InlineData("scope", "Presence.Read.All", 400, "invalid_scope", 1002012)]
    public async Task ClientCredentials_BadField_IsRefused(
        string field, string? value, int status, string error, int number)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        Dictionary<string, string> form = Application(tenant);
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }

        ShouldFail(await AskAsync(tenant, form), status, error, number);
    }

    [Theory]
    [InlineData("username", null, 400, "invalid_request", 900144)]
    [InlineData("username", "nobody@contoso.example", 400, "invalid_grant", 50034)]
    [InlineData("client_id", "nothing", 400, "unauthorized_client", 700016)]
    [InlineData("client_secret", "guess", 401, "invalid_client", 7000215)]
    [InlineData("scope", "openid", 400, "invalid_request", 900144)]
    public async Task Password_BadField_IsRefused(string field, string? value, int status, string error, int number)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        Dictionary<string, string> form = Password(tenant.Emulator.Users[0].UserPrincipalName);
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }

        ShouldFail(await AskAsync(tenant, form), status, error, number);
    }

    [Fact]
    public async Task Password_OfADisabledAccount_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(
            options => options.AddUser("Gone", accountEnabled: false));

        ShouldFail(await AskAsync(tenant, Password("gone@contoso.example")), 400, "invalid_grant", 50057);
        tenant.Emulator.Invoking(it => it.SignIn(it.User("Gone"))).Should().Throw<ArgumentException>()
            .WithMessage("The account of 'Gone <gone@contoso.example>' is disabled.*").WithParameterName("user");
    }

    [Fact]
    public async Task Password_OfAGuest_GivesAToken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.AddGuest("Pat Doe"));

        JsonWebToken token = Token(
            await AskAsync(tenant, Password("pat.doe_fabrikam.example#EXT#@contoso.example")));

        token.GetClaim("oid").Value.Should().Be(tenant.Emulator.User("Pat Doe").Id);
    }

    [Fact]
    public async Task AnyGrant_AnotherTenant_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        ShouldFail(await AskAsync(tenant, Application(tenant), "fabrikam.example"), 400, "invalid_request", 90002);
    }

    [Fact]
    public async Task Get_IsNotAllowed()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.GetAsync("/common/oauth2/v2.0/token")).Status.Should().Be(405);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    public async Task Post_WithoutAForm_AsksForTheGrant(string contentType)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/common/oauth2/v2.0/token");
        request.Content = new StringContent("{}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);

        ShouldFail(await tenant.SendAsync(request), 400, "invalid_request", 900144);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-7\"", "UTF-7")]
    [InlineData("application/x-www-form-urlencoded; charset=klingon", "klingon")]
    [InlineData("multipart/form-data; boundary=x; charset=unicode-1-1-utf-7", "unicode-1-1-utf-7")]
    public async Task Post_FormInAnUnknownCharset_IsRefusedByItsName(string contentType, string charset)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostFormAsync(tenant, contentType, "grant_type=password");

        ShouldFail(answer, 400, "invalid_request", 9002313);
        answer.Json.GetProperty("error_description").GetString().Should().Contain($"'{charset}'");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\npass")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disp")]
    [InlineData("multipart/form-data; boundary=x", "no boundary at all")]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb"
        + "\r\n--x--")]
    public async Task Post_BrokenForm_IsRefused(string contentType, string body)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        ShouldFail(await PostFormAsync(tenant, contentType, body), 400, "invalid_request", 9002313);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded; charset=\"ISO-8859-1\"")]
    public async Task Post_FormInAKnownCharset_IsRead(string contentType)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var form = new FormUrlEncodedContent(Application(tenant));
        string fields = await form.ReadAsStringAsync(TestContext.Current.CancellationToken);

        (await PostFormAsync(tenant, contentType, fields)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Post_TooManyFields_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string fields = string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"a{i}=b"));

        ShouldFail(
            await PostFormAsync(tenant, "application/x-www-form-urlencoded", fields), 400, "invalid_request", 9002313);
    }

    private static Task<Answer> PostFormAsync(TestTenant tenant, string contentType, string body) =>
        tenant.PostBytesAsync("/common/oauth2/v2.0/token", body, contentType);

    private static Dictionary<string, string> GrantAndScope() =>
        new() { ["grant_type"] = "client_credentials", ["scope"] = GraphScope };

    private static Dictionary<string, string> Application(TestTenant tenant) => new(GrantAndScope())
    {
        ["client_id"] = tenant.AppId,
        ["client_secret"] = tenant.Emulator.Application.ClientSecret,
    };

    private static Dictionary<string, string> Password(string name) => new()
    {
        ["grant_type"] = "password",
        ["username"] = name,
        ["password"] = "any",
        ["scope"] = "Presence.Read",
    };

    private static async Task<Answer> AskAsync(
        TestTenant tenant, Dictionary<string, string> form, string? name = null, string? basic = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"https://login.microsoftonline.com/{name ?? tenant.Emulator.TenantId}/oauth2/v2.0/token");
        request.Content = new FormUrlEncodedContent(form);
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        }

        return await tenant.SendAsync(request);
    }

    private static JsonWebToken Token(Answer answer) => new(answer.Json.GetProperty("access_token").GetString());

    private static void ShouldFail(Answer answer, int status, string error, int number)
    {
        answer.Status.Should().Be(status, answer.Text);
        answer.Json.GetProperty("error").GetString().Should().Be(error);
        answer.Json.GetProperty("error_description").GetString().Should()
            .StartWith(string.Create(CultureInfo.InvariantCulture, $"AADSTS{number}: "));
        answer.Json.GetProperty("error_codes")[0].GetInt32().Should().Be(number);
    }
}
