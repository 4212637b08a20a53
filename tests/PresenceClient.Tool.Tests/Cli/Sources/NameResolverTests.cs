namespace PresenceClient.Tool.Tests;

public sealed class NameResolverTests
{
    private readonly FakeUsers _users = new();

    [Fact]
    public async Task ResolveAsync_IdInOtherForms_IsReadOnce()
    {
        People people = await ResolveAsync($"{{{Some.Id(1)}}}", Some.Id(1), $"\"{Some.Id(1)}\"", Some.Id(2));

        people.Ids.Should().Equal(Some.Id(1), Some.Id(2));
        people.Notes.Should().BeEmpty();
        _users.Names.Should().BeEmpty("ids need no lookup");
    }

    [Fact]
    public async Task ResolveAsync_Names_AreLookedUpInOneCallAndStayInTheirPlaces()
    {
        People people = await ResolveAsync(
            "person2@contoso.example", Some.Id(3), "\"PERSON1@contoso.example\"", "Person2@Contoso.example");

        people.Ids.Should().Equal(Some.Id(2), Some.Id(3), Some.Id(1));
        people.Users[0].DisplayName.Should().Be("Person 2");
        _users.Calls.Should().Be(1);
        (people.Skipped, people.IsIncomplete).Should().Be((0, false));
    }

    [Fact]
    public async Task ResolveAsync_ManyMalformedLines_NamesTheFirstAndCountsTheRest()
    {
        string[] lines = [.. Enumerable.Range(1, 1_300).Select(number => $"{Some.Id(number)},Person {number}")];

        People people = await ResolveAsync([.. lines, Some.Id(1)]);

        people.Ids.Should().Equal(Some.Id(1));
        people.Notes.Should().HaveCount(6).And.HaveElementAt(5, "1,295 more lines are like this.");
        people.Notes[0].Should().Be(
            $"team.csv, line 1: '{lines[0]}' is neither an object id nor a sign-in name. "
                + "Write one of them on each line, and nothing else.");
        (people.Skipped, people.IsIncomplete).Should().Be((1_300, false));
    }

    [Fact]
    public async Task ResolveAsync_MissingName_SaysSoWithItsLine()
    {
        People people = await ResolveAsync(Some.Id(1), "nobody@contoso.example");

        people.Notes.Should().Equal(
            "team.csv, line 2: 'nobody@contoso.example' is not the sign-in name of any user.");
        (people.Skipped, people.IsIncomplete).Should().Be((1, false));
    }

    [Fact]
    public async Task ResolveAsync_FailedName_SaysWhyAndTheOthersAreFound()
    {
        _users.Failing.Add("person2@contoso.example");

        People people = await ResolveAsync("person1@contoso.example", "Person2@contoso.example");

        people.Ids.Should().Equal(Some.Id(1));
        people.Notes.Should().Equal(
            "team.csv, line 2: 'Person2@contoso.example' could not be looked up: The service is down.");
        (people.Skipped, people.IsIncomplete).Should().Be((1, true));
    }

    [Theory]
    [InlineData(6, "1 more line is like this.")]
    [InlineData(30, "25 more lines are like this.")]
    public async Task ResolveAsync_ManyFailedNames_NamesTheFirstAndCountsTheRest(int count, string rest)
    {
        string[] names = [.. Enumerable.Range(1, count).Select(number => $"person{number}@contoso.example")];
        _users.Failing.UnionWith(names);

        People people = await ResolveAsync(names);

        people.Notes.Should().HaveCount(6).And.HaveElementAt(5, rest);
        people.Skipped.Should().Be(count);
    }

    [Fact]
    public async Task ResolveAsync_NameLongerThanEntraAllows_IsMalformedAndTheOthersAreFound()
    {
        People people = await ResolveAsync($"{new string('a', 120)}@contoso.example", "person1@contoso.example");

        people.Ids.Should().Equal(Some.Id(1));
        people.Notes.Should().ContainSingle().Which.Should().Contain("is neither an object id nor a sign-in name");
    }

    private Task<People> ResolveAsync(params string[] lines) => NameResolver.ResolveAsync(
        _users,
        [.. lines.Select((text, index) => new IdsEntry($"team.csv, line {index + 1}", text))],
        TestContext.Current.CancellationToken);

    /// <summary>A directory of 30 people.</summary>
    private sealed class FakeUsers : UsersClient
    {
        private readonly Dictionary<string, DirectoryUser> _people = Enumerable.Range(1, 30)
            .Select(number => Some.Person(number))
            .ToDictionary(person => person.UserPrincipalName!, StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Failing { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Names { get; } = [];

        public int Calls { get; private set; }

        public override Task<UserResolveResult> ResolveAsync(
            IEnumerable<string> names, CancellationToken cancellationToken = default)
        {
            Calls++;
            Names.AddRange(names);
            return Task.FromResult(new UserResolveResult(Names.Select(name => Failing.Contains(name)
                ? new UserResolveOutcome(name, Exception: new PresenceException("The service is down."))
                : new UserResolveOutcome(name, _people.GetValueOrDefault(name)))));
        }
    }
}
