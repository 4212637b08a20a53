namespace PresenceClient.Emulator.Tests;

public sealed class PresenceEmulatorUsersTests
{
    [Fact]
    public async Task AddUser_IsFirstAndHasNothing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(
            options => options.AddUser("Adele Vance").AddUser("Zoë O'Hara", "zoe@fabrikam.example"));
        PresenceEmulator graph = tenant.Emulator;

        graph.Users.Should().HaveCount(12);
        graph.Users[0].ToString().Should().Be("Adele Vance <adele.vance@contoso.example>");
        graph.Users[1].ToString().Should().Be("Zoë O'Hara <zoe@fabrikam.example>");
        (await tenant.ReadAsync(graph.Users[0])).Pair.Should().Be("Offline/Offline");
        (await tenant.GetAsync("users/zoe@fabrikam.example")).Json.GetProperty("id").GetString().Should()
            .Be(graph.Users[1].Id);
    }

    [Fact]
    public async Task AddUser_Alone_NeedsNoSeededUsers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options =>
        {
            options.Users = 0;
            options.AddUser("Adele Vance");
        });

        tenant.Emulator.Users.Should().ContainSingle();
    }

    [Fact]
    public async Task AddUser_ChangesNobodyElse()
    {
        await using TestTenant without = await TestTenant.StartAsync();
        EmulatedUser first = without.Emulator.Users[0];
        await using TestTenant with = await TestTenant.StartAsync(
            options => options.AddUser("Another").AddUser("Namesake", first.UserPrincipalName));

        with.Emulator.Users.Skip(2).Select(user => user.Id).Should()
            .Equal(without.Emulator.Users.Select(user => user.Id));
        foreach (EmulatedUser user in without.Emulator.Users)
        {
            EmulatedUser same = with.Emulator.User(user.Id);
            (await with.ReadAsync(same)).Text.Should().Be((await without.ReadAsync(user)).Text);
        }

        with.Emulator.Users.Should().OnlyHaveUniqueItems(user => user.UserPrincipalName);
    }

    [Fact]
    public async Task AddUser_SameNameAndSeed_HasTheSameIdWhoeverElseIsAdded()
    {
        await using TestTenant one = await TestTenant.StartAsync(options => options.AddUser("Adele Vance"));
        await using TestTenant two = await TestTenant.StartAsync(
            options => options.AddUser("Someone Else").AddUser("Adele Vance"));

        two.Emulator.User("Adele Vance").Id.Should().Be(one.Emulator.User("adele.VANCE@contoso.example").Id);
    }

    [Fact]
    public async Task AddUserOrGuest_NamesThatSeededUsersWouldHave_AreNotTakenTwice()
    {
        await using TestTenant seeded = await TestTenant.StartAsync(options => options.Users = 100);
        EmulatedUser guest = seeded.Emulator.Users.First(user => user.UserType == "Guest");
        EmulatedUser room = seeded.Emulator.Users.First(user => user.DisplayName == "Room 1");

        await using TestTenant tenant = await TestTenant.StartAsync(options =>
        {
            options.Users = 100;
            options.AddGuest(guest.DisplayName, guest.Mail).AddUser("Room 1", room.UserPrincipalName);
        });

        tenant.Emulator.Users.Should().HaveCount(102).And.OnlyHaveUniqueItems(user => user.UserPrincipalName);
        tenant.Emulator.User(guest.Id).UserPrincipalName.Should().NotBe(guest.UserPrincipalName);
    }

    [Theory]
    [InlineData(" ", null, "displayName")]
    [InlineData("Pat", "pat", "mail")]
    [InlineData("Visitor", "visitor@fabrikam.example", "mail")]
    [InlineData("VISITOR", null, "mail")]
    public void AddGuest_WhatCannotBe_IsRefused(string displayName, string? mail, string parameter)
    {
        PresenceEmulatorOptions options = new PresenceEmulatorOptions().AddGuest("Visitor");

        options.Invoking(it => it.AddGuest(displayName, mail)).Should().Throw<ArgumentException>()
            .WithParameterName(parameter);
    }

    [Theory]
    [InlineData(" ", null, "displayName")]
    [InlineData("?!", null, "userPrincipalName")]
    [InlineData("Adele", "adele", "userPrincipalName")]
    [InlineData("Adele", "a@b@c", "userPrincipalName")]
    [InlineData("ALEX", null, "userPrincipalName")]
    public void AddUser_WhatCannotBe_IsRefused(string displayName, string? name, string parameter)
    {
        PresenceEmulatorOptions options = new PresenceEmulatorOptions().AddUser("Alex");

        options.Invoking(it => it.AddUser(displayName, name)).Should().Throw<ArgumentException>()
            .WithParameterName(parameter);
    }

    [Fact]
    public async Task User_ByEveryName_IsFound_AndNobodyIsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[3];

        tenant.Emulator.User(user.Id).Should().BeSameAs(user);
        tenant.Emulator.User(user.UserPrincipalName).Should().BeSameAs(user);
        tenant.Emulator.User(user.DisplayName).Should().BeSameAs(user);
        tenant.Emulator.Invoking(it => it.User("Nobody")).Should().Throw<ArgumentException>()
            .WithParameterName("name").WithMessage("*Nobody*");
    }
}
