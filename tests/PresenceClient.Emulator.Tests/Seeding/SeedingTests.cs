using PresenceClient.Emulator.Seeding;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Tests.Seeding;

public sealed class SeedingTests
{
    private static readonly TimeProvider Clock =
        new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestTenant.Start);

    [Fact]
    public void Seed_Same_GivesTheSameTenant() =>
        Describe(Seed(300, 7)).Should().Equal(Describe(Seed(300, 7)));

    [Fact]
    public void Seed_Another_GivesAnotherTenant()
    {
        Tenant one = Seed(50, 7);
        Tenant other = Seed(50, 8);

        Describe(one).Should().NotIntersectWith(Describe(other));
        one.Id.Should().NotBe(other.Id);
        one.SeededApplication.ClientSecret.Should().NotBe(other.SeededApplication.ClientSecret);
    }

    [Fact]
    public void Seed_MoreUsers_LeavesTheFirstOnesAsTheyWere() =>
        Describe(Seed(400, 7)).Take(300).Should().Equal(Describe(Seed(300, 7)).Take(300));

    [Fact]
    public void Seed_IsTheSameInEveryVersion()
    {
        // Scripts may have written these down: a change of the seeding is a change for them.
        Tenant tenant = Seed(2, 42);

        tenant.Id.Should().Be("6e64fad3-c093-4154-b626-1c05580491ed");
        tenant.SeededApplication.ClientId.Should().Be("c7d67a37-8ce9-4f3c-aabf-a37c5eb8bfcb");
        tenant.People[0].Id.Should().Be("467f20d8-04bf-4063-90ed-ffa41672dbeb");
    }

    [Fact]
    public void Users_Many_HaveUniqueIdsAndPlainAddresses()
    {
        EmulatedUser[] people = Seed(30_000, 42).People;

        people.Should().OnlyHaveUniqueItems(user => user.ObjectId);
        people.Should().OnlyHaveUniqueItems(user => user.UserPrincipalName);
        people.Where(IsEmployee).Should().OnlyContain(user => IsPlain(user.UserPrincipalName));
        people.Should().OnlyContain(user => Guid.Parse(user.Id).Version == 4);
        people.Should().Contain(user => user.DisplayName.Any(letter => letter > 127), "names come from many places");
    }

    [Fact]
    public void States_AreAVariedMix()
    {
        Tenant tenant = Seed(2_000, 42);
        VisiblePresence[] seen =
            [.. tenant.People.Where(user => user.AccountEnabled).Select(user => Look(tenant, user))];

        seen.Select(presence => presence.Pair).Distinct().Should().HaveCount(11);
        Share(seen, presence => presence.Pair == EmulatedPair.Offline).Should().BeInRange(0.07, 0.13);
        Share(seen, presence => presence.Pair == EmulatedPair.Available).Should().BeInRange(0.33, 0.43);
        Share(seen, presence => presence.Status is not null).Should().BeInRange(0.09, 0.15);
        Share(seen, presence => presence.OutOfOffice is not null).Should().BeInRange(0.02, 0.06);
    }

    [Fact]
    public void Users_OfEachFurther25_OneIsAGuestOneIsDisabledAndOneIsARoom()
    {
        Tenant tenant = Seed(100, 42);
        EmulatedUser[] guests = [.. tenant.People.Where(user => user.UserType == "Guest")];
        EmulatedUser[] disabled = [.. tenant.People.Where(user => !user.AccountEnabled)];
        EmulatedUser[] rooms = Array.FindAll(
            disabled, user => user.DisplayName.StartsWith("Room ", StringComparison.Ordinal));

        guests.Should().HaveCount(3).And.OnlyContain(user => user.AccountEnabled
            && user.Mail.EndsWith("@fabrikam.example")
            && user.UserPrincipalName == user.Mail.Replace('@', '_') + "#EXT#@contoso.example");
        disabled.Should().HaveCount(6).And.OnlyContain(user => user.UserType == "Member"
            && Look(tenant, user).Pair == EmulatedPair.Offline && Look(tenant, user).Status == null);
        rooms.Should().HaveCount(3).And.OnlyHaveUniqueItems(user => user.DisplayName);
        tenant.People.Take(25).Should().OnlyContain(user => IsEmployee(user), "small tenants have nobody else");
    }

    [Fact]
    public void Users_WhoAreDisabled_DoNotLive()
    {
        Tenant tenant = TenantSeeder.Create(
            new PresenceEmulatorOptions { Users = 100, Live = true, TimeProvider = Clock });

        tenant.People.Where(user => !user.AccountEnabled).Should()
            .OnlyContain(user => Look(tenant, user).Pair == EmulatedPair.Offline);
    }

    private static bool IsEmployee(EmulatedUser user) => user is { AccountEnabled: true, UserType: "Member" };

    private static Tenant Seed(int users, int seed) =>
        TenantSeeder.Create(new PresenceEmulatorOptions { Users = users, Seed = seed, TimeProvider = Clock });

    private static VisiblePresence Look(Tenant tenant, EmulatedUser user) =>
        tenant.State.PresenceOf(user).Read(tenant.Now).Visible;

    private static double Share(VisiblePresence[] seen, Func<VisiblePresence, bool> which) =>
        (double)seen.Count(which) / seen.Length;

    private static bool IsPlain(string name) => System.Text.RegularExpressions.Regex.IsMatch(
        name, @"^[a-z]+\.[a-z]+[0-9]*@contoso\.example$", System.Text.RegularExpressions.RegexOptions.None);

    private static string[] Describe(Tenant tenant) =>
    [
        .. tenant.People.Select(user =>
            $"{user.Id} {user} {Look(tenant, user)}"),
        tenant.Id,
        $"{tenant.SeededApplication.ClientId} {tenant.SeededApplication.ClientSecret}",
    ];
}
