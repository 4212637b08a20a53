namespace PresenceClient.Emulator.Tests;

public sealed class PresenceEmulatorGroupsTests
{
    [Fact]
    public async Task Groups_OfTheSeed_AreTheCompanyItsDepartmentsAndTheirTeams()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 100);
        PresenceEmulator emulator = tenant.Emulator;

        emulator.Groups.Select(group => group.DisplayName).Take(5).Should()
            .Equal("All Company", "Engineering", "Sales", "Marketing", "Engineering Team 1");
        emulator.Groups.Select(group => group.Id).Should().OnlyHaveUniqueItems();
        emulator.Group("all company").Groups.Should().Equal(emulator.Groups.Skip(1).Take(3));
        emulator.Group("Sales").Groups.Should().HaveCount(8).And.OnlyContain(team => team.Members.Count > 0);
        emulator.Group("Engineering").Members.Should().Equal(emulator.Users[0]);
        emulator.Group("Engineering").AllMembers.Should().HaveCount(48).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(49)]
    public async Task Groups_OfAnyNumberOfUsers_AreMade(int users)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = users);

        tenant.Emulator.Groups[0].AllMembers.Should().HaveCount(users == 49 ? 48 : 1, "the 49th is a room");
    }

    [Fact]
    public async Task Groups_SameSeed_AreTheSame_AndMoreUsersLeaveTheFirstTeams()
    {
        await using TestTenant small = await TestTenant.StartAsync(options => options.Users = 20);
        await using TestTenant large = await TestTenant.StartAsync(options => options.Users = 200);
        await using TestTenant other = await TestTenant.StartAsync(options => options.Seed = 7);

        foreach (string name in (string[])["All Company", "Engineering", "Engineering Team 1", "Engineering Team 3"])
        {
            large.Emulator.Group(name).Id.Should().Be(small.Emulator.Group(name).Id);
        }

        large.Emulator.Group("Engineering Team 2").Members.Select(user => user.Id).Should()
            .Equal(small.Emulator.Group("Engineering Team 2").Members.Select(user => user.Id));
        other.Emulator.Groups[0].Id.Should().NotBe(small.Emulator.Groups[0].Id);
    }

    [Fact]
    public async Task Groups_WithAddedUsers_HaveThemInTheCompanyOnly()
    {
        await using TestTenant tenant =
            await TestTenant.StartAsync(options => options.AddUser("Adele Vance").Users = 0);
        await using TestTenant mixed = await TestTenant.StartAsync(options => options.AddUser("Adele Vance"));

        tenant.Emulator.Groups.Should().ContainSingle().Which.Members.Should().Equal(tenant.Emulator.Users);
        mixed.Emulator.Groups[0].Members.Should().Equal(mixed.Emulator.Users[0]);
        mixed.Emulator.Group("Engineering Team 1").Members.Should().Equal(mixed.Emulator.Users.Skip(1).Take(6));
    }

    [Fact]
    public async Task AddGroup_ItsMembers_AreThoseThatWereGiven()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        IReadOnlyList<EmulatedUser> users = tenant.Emulator.Users;

        EmulatedGroup group = tenant.Emulator.AddGroup("Night shift", users[3], users[1], users[3]);

        group.Members.Should().Equal(users[3], users[1]);
        tenant.Emulator.Group(group.Id).Should().BeSameAs(group);
        tenant.Emulator.Groups[^1].Should().BeSameAs(group);
        tenant.Emulator.AddGroup("Night shift").Id.Should().NotBe(group.Id);
    }

    [Fact]
    public async Task Members_Changed_AreReadAtOnce()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        IReadOnlyList<EmulatedUser> users = tenant.Emulator.Users;
        EmulatedGroup outer = tenant.Emulator.AddGroup("Outer", users[0]);
        EmulatedGroup inner = tenant.Emulator.AddGroup("Inner", users[1]);

        outer.AddGroup(inner).Should().BeTrue();
        outer.AddGroup(inner).Should().BeFalse();
        inner.AddMember(users[2]).Should().BeTrue();
        inner.AddMember(users[2]).Should().BeFalse();
        outer.AllMembers.Should().Equal(users[0], users[1], users[2]);
        inner.RemoveMember(users[1]).Should().BeTrue();
        inner.RemoveMember(users[1]).Should().BeFalse();
        outer.AllMembers.Should().Equal(users[0], users[2]);
        outer.RemoveGroup(inner).Should().BeTrue();
        outer.RemoveGroup(inner).Should().BeFalse();
        outer.AllMembers.Should().Equal(users[0]);
    }

    [Fact]
    public async Task Groups_ThatContainEachOther_HaveEachMemberOnce()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        IReadOnlyList<EmulatedUser> users = tenant.Emulator.Users;
        EmulatedGroup one = tenant.Emulator.AddGroup("One", users[0], users[1]);
        EmulatedGroup other = tenant.Emulator.AddGroup("Other", users[1], users[2]);
        one.AddGroup(other);
        other.AddGroup(one);
        one.AddGroup(one);

        one.AllMembers.Should().Equal(users[0], users[1], users[2]);
        other.AllMembers.Should().Equal(users[1], users[2], users[0]);
    }

    [Fact]
    public async Task Reset_RestoresSeededGroups_AndRemovesTheOthers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedGroup seeded = tenant.Emulator.Group("Engineering Team 1");
        EmulatedUser[] members = [.. seeded.Members];
        EmulatedGroup added = tenant.Emulator.AddGroup("Night shift");
        seeded.RemoveMember(members[0]);
        seeded.AddGroup(added);
        int count = tenant.Emulator.Groups.Count;

        tenant.Emulator.Reset();

        seeded.Members.Should().Equal(members);
        seeded.Groups.Should().BeEmpty();
        tenant.Emulator.Groups.Should().HaveCount(count - 1);
        added.Invoking(group => group.Members).Should().Throw<InvalidOperationException>()
            .WithMessage("The group 'Night shift' is no longer in the tenant.*");
        seeded.Invoking(group => group.AddGroup(added)).Should().Throw<ArgumentException>().WithParameterName("group");
    }

    [Fact]
    public async Task AddGroup_WhatCannotBe_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await using TestTenant other = await TestTenant.StartAsync();
        EmulatedUser stranger = other.Emulator.Users[0];
        EmulatedGroup group = tenant.Emulator.Groups[0];

        tenant.Emulator.Invoking(it => it.AddGroup(" ")).Should().Throw<ArgumentException>();
        tenant.Emulator.Invoking(it => it.AddGroup("Night shift", stranger)).Should().Throw<ArgumentException>()
            .WithMessage("The user '*' is of another emulator.*");
        group.Invoking(it => it.AddMember(stranger)).Should().Throw<ArgumentException>().WithParameterName("user");
        group.Invoking(it => it.AddGroup(other.Emulator.Groups[0])).Should().Throw<ArgumentException>()
            .WithMessage("The group 'All Company' is not in this tenant.*");
        tenant.Emulator.Invoking(it => it.Group("Nobody")).Should().Throw<ArgumentException>()
            .WithMessage("The tenant has no group 'Nobody'.*");
    }
}
