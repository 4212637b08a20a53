using System.Text.Json;
using PresenceClient.Emulator.Control;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class FaultControlTests
{
    private const string Faults = "/_emulator/faults";

    private const string Everything = """
        { "path": "/x", "method": "POST", "probability": 0.5, "skip": 2, "times": 3, "duration": "PT1H",
          "status": 503, "headers": { "a": "b" }, "body": "text", "entries": "duplicate, reorder,omit",
          "visibleAfter": "PT4M", "takesEffect": true, "delay": "PT2S", "drop": false, "truncateAt": 40,
          "trickle": "PT0.1S", "neverEnds": true }
        """;

    public static TheoryData<string, string> BadFaults => new()
    {
        { """{ "path": "*", "status": 503, "headers": { "X": "a\r\nb" } }""", "The header X has a character*" },
        {
            """{ "path": "*", "status": 503, "headers": { "Bad Name": "a" } }""",
            "'Bad Name' is not a valid header name."
        },
        { """{ "path": "*", "headers": { "content-length": "5" } }""", "The server sets content-length itself*" },
        { "{", "The request body is not a JSON object." },
        { "{}", "'path' is missing. Use * to match any text." },
        { """{ "path": 7, "status": 503 }""", "'path' must be a text." },
        { """{ "path": "", "status": 503 }""", "*empty*" },
        { """{ "path": "*" }""", "The fault has no effect. Set a status, a drop, a delay or another effect." },
        { """{ "path": "*", "state": 503 }""", "'state' is not a field of a fault." },
        { """{ "path": "*", "status": "503" }""", "'status' must be a whole number." },
        { """{ "path": "*", "status": 503.5 }""", "'status' must be a whole number." },
        { """{ "path": "*", "status": 99 }""", "It must be from 200 to 599.*" },
        { """{ "path": "*", "status": 503, "probability": "1" }""", "'probability' must be a number." },
        { """{ "path": "*", "status": 503, "headers": [] }""", "'headers' must be an object of texts." },
        { """{ "path": "*", "status": 503, "headers": { "a": 1 } }""", "'a' must be a text." },
        { """{ "path": "*", "delay": 2 }""", "'delay' must be an ISO 8601 duration, for example PT2S." },
        { """{ "path": "*", "delay": "2 s" }""", "'delay' must be an ISO 8601 duration, for example PT2S." },
        { """{ "path": "*", "delay": "" }""", "'delay' must be an ISO 8601 duration, for example PT2S." },
        { """{ "path": "*", "drop": "yes" }""", "'drop' must be true or false." },
        { """{ "path": "*", "entries": "lose" }""", "'entries' must be duplicate, reorder, omit, or several *" },
    };

    [Fact]
    public async Task Post_AFault_InjectsIt()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            Faults,
            """
            { "path": "/users/*/presence", "method": "GET", "status": 429, "headers": { "Retry-After": "3" },
              "body": { "error": { "code": "mine" } }, "probability": 1, "times": 1, "skip": null }
            """);
        Answer hit = await tenant.ReadAsync(tenant.Emulator.Users[0]);
        Answer after = await tenant.ReadAsync(tenant.Emulator.Users[0]);

        answer.Status.Should().Be(201);
        answer.Json.GetProperty("id").GetInt32().Should().Be(1);
        hit.ShouldBeError(429, "mine");
        hit.Headers.GetValues("Retry-After").Should().Equal("3");
        after.Status.Should().Be(200);
    }

    [Fact]
    public async Task Get_ListsTheFaults_WhoeverInjectedThem()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await tenant.PostAsync(Faults, """{ "path": "/users/*/presence", "status": 503, "times": 1 }""");
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromSeconds(2)) with { Path = "/nobody" });
        tenant.Emulator.InjectFault(EmulatorFault.Status(500)).Dispose();
        await tenant.ReadAsync(tenant.Emulator.Users[0]);

        Answer answer = await tenant.GetAsync(Faults);

        answer.Json.GetProperty("value").GetRawText().Should().Be(
            """
            [{"id":1,"hits":1,"path":"/users/*/presence","times":1,"status":503},
            {"id":2,"hits":0,"path":"/nobody","delay":"PT2S"}]
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Get_NoFaults_IsAnEmptyList()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.GetAsync(Faults)).Text.Should().Be("""{"value":[]}""");
    }

    public static TheoryData<EmulatorFault> EveryFault => new()
    {
        FaultReader.Read(JsonDocument.Parse(Everything).RootElement),
        EmulatorFault.DropConnection(afterWork: true) with { Delay = TimeSpan.FromMilliseconds(1) },
        EmulatorFault.DropConnection() with { Probability = 0 },
        EmulatorFault.Throttle(TestTenant.Start),
        EmulatorFault.Status(204) with { Body = "", TakesEffect = false },
        EmulatorFault.MalformedJson(),
        EmulatorFault.BulkEntries(EntryDamage.Omit),
        EmulatorFault.Truncate(0) with { Duration = TimeSpan.MaxValue },
    };

    [Theory]
    [MemberData(nameof(EveryFault))]
    public void Write_AnyFault_IsReadBackAsTheSame(EmulatorFault fault)
    {
        byte[] written = JsonBody.Render(writer =>
        {
            writer.WriteStartObject();
            FaultWriter.Write(writer, fault);
            writer.WriteEndObject();
        });

        FaultReader.Read(JsonDocument.Parse(written).RootElement).Should().BeEquivalentTo(fault);
    }

    [Fact]
    public void Read_Everything_IsEverything()
    {
        EmulatorFault fault = FaultReader.Read(JsonDocument.Parse(Everything).RootElement);

        fault.Should().BeEquivalentTo(new EmulatorFault
        {
            Path = "/x",
            Method = "POST",
            Probability = 0.5,
            Skip = 2,
            Times = 3,
            Duration = TimeSpan.FromHours(1),
            StatusCode = 503,
            Headers = new Dictionary<string, string> { ["a"] = "b" },
            Body = "text",
            Entries = EntryDamage.Duplicate | EntryDamage.Reorder | EntryDamage.Omit,
            VisibleAfter = TimeSpan.FromMinutes(4),
            TakesEffect = true,
            Delay = TimeSpan.FromSeconds(2),
            Drop = false,
            TruncateAt = 40,
            Trickle = TimeSpan.FromMilliseconds(100),
            NeverEnds = true,
        });
    }

    [Fact]
    public void Read_PropertiesOfAFault_AreAllKnown()
    {
        // A property that C# has and JSON has not would make one less powerful than the other.
        typeof(EmulatorFault).GetProperties().Should()
            .HaveCount(18, "the test above sets 17, and SubscriptionControlTests the one of notifications");
    }

    [Theory]
    [MemberData(nameof(BadFaults))]
    public async Task Post_BadFault_IsRefusedInOneSentence(string body, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(Faults, body);

        answer.Status.Should().Be(400);
        answer.Json.GetProperty("error").GetString().Should().Match(message).And.NotContain("\n");
        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Status.Should().Be(200);
    }

    [Fact]
    public async Task Delete_EndsAll()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await tenant.PostAsync(Faults, """{ "path": "*", "status": 503 }""");
        tenant.Emulator.InjectFault(EmulatorFault.Status(500));

        Answer answer = await DeleteAsync(tenant, Faults);

        answer.Status.Should().Be(200);
        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Status.Should().Be(200);
    }

    [Fact]
    public async Task Delete_One_EndsThatOne()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await tenant.PostAsync(Faults, """{ "path": "*", "status": 503 }""");
        await tenant.PostAsync(Faults, """{ "path": "*", "status": 500 }""");

        Answer[] answers =
        [
            await DeleteAsync(tenant, $"{Faults}/1"),
            await DeleteAsync(tenant, $"{Faults}/1"),
            await DeleteAsync(tenant, $"{Faults}/all"),
        ];

        answers.Select(answer => answer.Status).Should().Equal(200, 404, 404);
        answers.Skip(1).Select(answer => answer.Json.GetProperty("error").GetString()).Should()
            .Equal(NotThere("1"), NotThere("all"));
        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Status.Should().Be(500);
    }

    [Fact]
    public async Task Faults_NeverHitTheControlCalls()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.DropConnection());

        (await tenant.GetAsync("/_emulator")).Status.Should().Be(200);
    }

    private static string NotThere(string id) =>
        $"No fault has the id '{id}'. GET /_emulator/faults lists the faults.";

    private static Task<Answer> DeleteAsync(TestTenant tenant, string path) =>
        tenant.SendAsync(HttpMethod.Delete, path, null, null);
}
