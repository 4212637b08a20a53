using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>The service: takes a request from any transport, records it, draws an answer and sends it.</summary>
internal sealed class GraphService(int seed, Journal journal, RequestCheck check, Findings findings)
{
    private readonly Lock _opening = new();
    private IReadOnlyList<SoakClient> _clients = [];
    private long _requests;

    public Pages Pages { get; } = new();

    /// <summary>The foreign origin of redirects and next links.</summary>
    public string Elsewhere { get; set; } = "";

    /// <summary>The number of requests over all transports.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public void Serve(IReadOnlyList<SoakClient> clients) => _clients = clients;

    /// <summary>Answers a request to the service.</summary>
    public async Task AnswerAsync(WireRequest request, IWire wire)
    {
        long ordinal = Interlocked.Increment(ref _requests);
        SoakToken? token = SoakToken.FromHeader(request.Header("Authorization"));
        SoakClient? client = token is { } known ? _clients.ElementAtOrDefault(known.Client) : null;
        Question question = QuestionReader.Read(request);
        check.Check(request, client, question);
        if (client is null || question.Kind == QuestionKind.Other)
        {
            await wire.HeadAsync(404, [], length: 0);
            return;
        }

        (Exchange exchange, Random random) = Open(ordinal, client, token!.Value, question, request);
        try
        {
            await exchange.Answer.PlayAsync(new Stage(exchange, wire, random, this));
        }
        finally
        {
            exchange.Ended = Clock.Now;
        }
    }

    /// <summary>Answers a request that must not arrive, and records it.</summary>
    public async Task RefuseAsync(WireRequest request, IWire wire, string where)
    {
        Interlocked.Increment(ref _requests);
        findings.Add(
            Figure.Leaked,
            $"a request {where}{(request.Header("Authorization") is null ? "" : ", with its token")}",
            $"{request.Method} {request.Target}");
        await wire.HeadAsync(200, [], length: 0);
    }

    /// <summary>Answers a request that came through the environment's proxy, and records it.</summary>
    public Task AnswerProxiedAsync(WireRequest request, IWire wire)
    {
        findings.Add(
            Figure.Leaked, "a request with its token at the environment's proxy", $"{request.Method} {request.Target}");
        return AnswerAsync(request, wire);
    }

    private (Exchange Exchange, Random Random) Open(
        long ordinal, SoakClient client, SoakToken token, Question question, WireRequest request)
    {
        PageSession? page = question.PageToken.Length > 0 ? Pages.Find(question.PageToken) : null;
        IReadOnlyList<UserKey> users = page?.Users ?? question.Users;
        int? call = client.Plan.IsSolo ? client.CurrentCall
            : page is not null ? page.Call
            : users.Count > 0 && CallNumbers.IsOfCall(users[0].Call) ? users[0].Call
            : null;
        string chain = ChainOf(client, call, question, users);
        string id = request.Header("client-request-id") ?? "";
        lock (_opening)
        {
            // One at a time, so that two requests of a chain see each other.
            Exchange? before = journal.FindLast(chain);
            bool resent = journal.FindByClientRequestId(id) is { } same && same.Chain == chain;
            int attempt = resent ? before!.Attempt : (before?.Attempt ?? 0) + 1;
            Sending? sending = client.Sends.Find(id);
            Random random = Seeded.Random(seed, $"{client.Name} {chain} {attempt}{(resent ? " " + ordinal : "")}");
            var exchange = new Exchange
            {
                Ordinal = ordinal,
                Client = client,
                Question = question,
                Call = call,
                Record = call is { } known ? journal.Find(known) : null,
                Chain = chain,
                Attempt = attempt,
                ClientRequestId = id,
                IsResent = resent,
                Sending = sending,
                Users = users,
                Before = before,
                Answer = page?.Answer
                    ?? (question.Kind == QuestionKind.ReadMany && users.Any(static user => user.Trait == Trait.Refused)
                        ? RefusedAnswers.Poisoned
                        : AnswerTable.Draw(client, question.Kind, random)),
            };
            check.Check(exchange, before, token);
            journal.Add(exchange);
            client.Note(exchange);
            sending?.Exchange ??= exchange;
            return (exchange, random);
        }
    }

    private static string ChainOf(
        SoakClient client, int? call, Question question, IReadOnlyList<UserKey> users) => question.Kind switch
        {
            QuestionKind.ReadManyPage or QuestionKind.ListUsersPage => $"page {question.PageToken}",
            _ when client.Plan.IsSolo => $"{client.Name} {call} {question.Kind} {question.Action}",
            _ => $"{client.Name} {users[0].Call:x} {users[0].Place} {question.Kind} {question.Action}",
        };
}
