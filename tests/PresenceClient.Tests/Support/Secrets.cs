namespace PresenceClient.Tests.Support;

/// <summary>
/// Texts that no log, exception or trace may contain. Each test has its own, so that listeners to a whole process can
/// distinguish them from those of parallel tests.
/// </summary>
internal sealed class Secrets
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string Name { get; } = $"adele{Guid.NewGuid():N}@contoso.com";

    public string Message { get; } = $"Status{Guid.NewGuid():N}";

    /// <summary>
    /// One operation of each kind: an id in the path, a name in the path, ids in the body, a message in the body.
    /// </summary>
    public IReadOnlyList<Func<PresenceServiceClient, Task>> Calls =>
    [
        c => c.Users[Id].GetPresenceAsync(Test.Token),
        c => c.Presences[Id].GetAsync(Test.Token),
        c => c.Users[Name].GetUserAsync(Test.Token),
        c => c.Users.ListAsync(Test.Token).ToListAsync(Test.Token).AsTask(),
        c => c.Presences.GetAsync([Id], Test.Token),
        c => c.Users[Id].StatusMessage.SetAsync(Message, null, Test.Token),
        c => c.Users[Id].Session.ClearAsync(Test.Token),
        async c => ThrowFailure(
            await c.Presences.WriteAsync([PresenceWrite.SetStatusMessage(Id, Message)], Test.Token)),
    ];

    /// <summary>A presence that contains all of them.</summary>
    public string Presence => Samples.Presence(Id)
        .Replace("\"message\": null", $"\"message\": \"{Message}\"", StringComparison.Ordinal);

    /// <summary>The same presence with one part of it broken.</summary>
    public string Spoilt(string part, string by) => Presence.Replace(part, by, StringComparison.Ordinal);

    /// <summary>Makes each of the calls and returns the exceptions.</summary>
    public async Task<IReadOnlyList<Exception>> CallAllAsync(PresenceServiceClient client)
    {
        List<Exception> thrown = [];
        foreach (Func<PresenceServiceClient, Task> call in Calls)
        {
            try
            {
                await call(client).BoundedAsync();
            }
            catch (PresenceException e)
            {
                thrown.Add(e);
            }
        }

        return thrown;
    }

    /// <summary>Matches escaped and unescaped forms, in a path and in text.</summary>
    public bool IsIn(string text) => new[] { Id, Guid.Parse(Id).ToString("N"), Name.Split('@')[0], Message, "token-" }
        .Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static void ThrowFailure(PresenceWriteResult result)
    {
        if (result.Single().Exception is { } failure)
        {
            throw failure;
        }
    }
}
