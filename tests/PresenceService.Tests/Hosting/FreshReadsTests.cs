using PresenceClient;
using PresenceService.Hosting;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

public sealed class FreshReadsTests
{
    private const string Someone = "aaaaaaaa-1111-4111-8111-111111111111";

    private readonly HeldLoader _loader = new();
    private readonly FreshReads _reads;

    public FreshReadsTests() => _reads = new FreshReads(_loader);

    [Fact]
    public async Task Get_NobodyElseReadsTheUser_ReadsOnce()
    {
        Task<LoadedPresence> call = GetAsync(Someone);
        Task<LoadedPresence> other = GetAsync("bbbbbbbb-1111-4111-8111-111111111111");
        LoadedPresence answer = _loader.End(0);
        _loader.End(1);

        (await call).Should().BeSameAs(answer);
        await other;
        _loader.Count.Should().Be(2);
    }

    [Fact]
    public async Task Get_UserIsBeingRead_ReadsOnceMoreAfterThat()
    {
        Task<LoadedPresence> first = GetAsync(Someone);
        Task<LoadedPresence> second = GetAsync(Someone.ToUpperInvariant());
        LoadedPresence before = _loader.End(0);
        _loader.End(1);

        (await first).Should().BeSameAs(before);
        second.IsCompleted.Should().BeFalse();
        _loader.Count.Should().Be(3);
        (await AfterAsync(second, 2)).Should().BeTrue();
    }

    [Fact]
    public async Task Get_AfterAReadThatFailed_ReadsOnce()
    {
        Task<LoadedPresence> failed = GetAsync(Someone);
        _loader.Fail(0);
        await failed.Awaiting(call => call).Should().ThrowAsync<PresenceException>();

        Task<LoadedPresence> next = GetAsync(Someone);

        (await AfterAsync(next, 1)).Should().BeTrue();
        _loader.Count.Should().Be(2);
    }

    private async Task<bool> AfterAsync(Task<LoadedPresence> call, int read) =>
        ReferenceEquals(_loader.End(read), await call);

    private Task<LoadedPresence> GetAsync(string id) => _reads.GetAsync(id, TestService.Stop);
}
