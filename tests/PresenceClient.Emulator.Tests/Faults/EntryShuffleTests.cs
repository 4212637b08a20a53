using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Faults;

public sealed class EntryShuffleTests
{
    [Fact]
    public async Task Duplicate_OneEntryIsThereTwice()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        string[] ids = await ReadAsync(tenant, EntryDamage.Duplicate);

        ids.Should().HaveCount(11);
        ids.Distinct().Should().BeEquivalentTo(Ids(tenant));
    }

    [Fact]
    public async Task Omit_OneEntryIsMissing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        string[] ids = await ReadAsync(tenant, EntryDamage.Omit);

        ids.Should().HaveCount(9).And.BeSubsetOf(Ids(tenant)).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Reorder_NobodyStaysInPlace()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string[] asked = Ids(tenant);

        string[] ids = await ReadAsync(tenant, EntryDamage.Reorder);

        ids.Should().BeEquivalentTo(asked);
        ids.Zip(asked).Should().OnlyContain(pair => pair.First != pair.Second);
    }

    [Fact]
    public async Task AllAtOnce_IsOfTheSeed()
    {
        const EntryDamage all = EntryDamage.Omit | EntryDamage.Duplicate | EntryDamage.Reorder;
        await using TestTenant one = await TestTenant.StartAsync();
        await using TestTenant again = await TestTenant.StartAsync();

        string[] ids = await ReadAsync(one, all);

        ids.Should().HaveCount(10);
        ids.Distinct().Should().HaveCount(9);
        (await ReadAsync(again, all)).Should().Equal(ids);
    }

    [Fact]
    public async Task Entries_OfEmptyOrSingleOrNone_ComeAsTheyCan()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string one = tenant.Emulator.Users[0].Id;
        tenant.Emulator.InjectFault(new EmulatorFault { Entries = EntryDamage.Reorder | EntryDamage.Duplicate });
        tenant.Emulator.InjectFault(EmulatorFault.BulkEntries(EntryDamage.Omit));

        Answer empty = await BulkAsync(tenant);
        Answer single = await BulkAsync(tenant, one);
        Answer presence = await tenant.ReadAsync(tenant.Emulator.Users[0]);

        Ids(empty).Should().BeEmpty();
        Ids(single).Should().Equal(one, one);
        presence.Json.GetProperty("id").GetString().Should().Be(one, "this is no collection");
    }

    [Fact]
    public async Task Omit_TheOnlyEntry_LeavesNone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.BulkEntries(EntryDamage.Omit | EntryDamage.Duplicate));

        Answer answer = await BulkAsync(tenant, tenant.Emulator.Users[0].Id);

        Ids(answer).Should().BeEmpty();
        answer.Json.TryGetProperty("@odata.context", out _).Should().BeTrue();
    }

    private static async Task<string[]> ReadAsync(TestTenant tenant, EntryDamage damage)
    {
        using InjectedFault fault = tenant.Emulator.InjectFault(EmulatorFault.BulkEntries(damage));
        return Ids(await BulkAsync(tenant, Ids(tenant)));
    }

    private static Task<Answer> BulkAsync(TestTenant tenant, params string[] ids) =>
        tenant.PostAsync("communications/getPresencesByUserId", JsonSerializer.Serialize(new { ids }));

    private static string[] Ids(TestTenant tenant) => [.. tenant.Emulator.Users.Select(user => user.Id)];

    private static string[] Ids(Answer answer) => [.. answer.Json.GetProperty("value").EnumerateArray()
        .Select(presence => presence.GetProperty("id").GetString()!)];
}
