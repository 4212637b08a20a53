using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Emulator.State;

/// <summary>The groups of a tenant and their members. Filled when it is first used, since few runs use it.</summary>
internal sealed class GroupDirectory(Lazy<SeededGroup[]> seed, Func<int, string, EmulatedGroup> makeGroup)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EmulatedGroup, EmulatedUser[]> _allMembers = [];
    private List<EmulatedGroup>? _groups;
    private Dictionary<Guid, EmulatedGroup> _byId = [];
    private Dictionary<EmulatedGroup, GroupMembers> _members = [];

    /// <summary>All groups, the seeded ones first, in the order of their making.</summary>
    public EmulatedGroup[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. Load()];
            }
        }
    }

    public EmulatedGroup Add(string displayName, GroupMembers members)
    {
        lock (_gate)
        {
            List<EmulatedGroup> groups = Load();
            EmulatedGroup group = makeGroup(seed.Value.Length - groups.Count - 1, displayName);
            groups.Add(group);
            _byId.Add(group.ObjectId, group);
            _members.Add(group, new GroupMembers([.. members.Users.Distinct()], [.. members.Groups.Distinct()]));
            return group;
        }
    }

    public bool Has(EmulatedGroup group)
    {
        lock (_gate)
        {
            Load();
            return _members.ContainsKey(group);
        }
    }

    public bool TryGet(string id, [NotNullWhen(true)] out EmulatedGroup? group)
    {
        group = null;
        lock (_gate)
        {
            Load();
            return Guid.TryParseExact(id, "D", out Guid guid) && _byId.TryGetValue(guid, out group);
        }
    }

    /// <summary>The direct members of a group.</summary>
    public GroupMembers Read(EmulatedGroup group)
    {
        lock (_gate)
        {
            return Require(group);
        }
    }

    /// <summary>Changes the direct members of a group; false if there is nothing to change.</summary>
    public bool Change(EmulatedGroup group, Func<GroupMembers, GroupMembers> change)
    {
        lock (_gate)
        {
            GroupMembers before = Require(group);
            GroupMembers after = change(before);
            if (ReferenceEquals(before, after))
            {
                return false;
            }

            _members[group] = after;
            _allMembers.Clear();
            return true;
        }
    }

    /// <summary>The users of a group and of the groups in it, each once.</summary>
    public EmulatedUser[] ReadAll(EmulatedGroup group)
    {
        lock (_gate)
        {
            Require(group);
            if (!_allMembers.TryGetValue(group, out EmulatedUser[]? all))
            {
                _allMembers[group] = all = Collect(group);
            }

            return all;
        }
    }

    // Breadth first. Groups can contain each other.
    private EmulatedUser[] Collect(EmulatedGroup group)
    {
        var users = new List<EmulatedUser>();
        var seenUsers = new HashSet<EmulatedUser>();
        var seenGroups = new HashSet<EmulatedGroup> { group };
        var open = new Queue<EmulatedGroup>([group]);
        while (open.TryDequeue(out EmulatedGroup? next))
        {
            GroupMembers members = _members[next];
            users.AddRange(members.Users.Where(seenUsers.Add));
            foreach (EmulatedGroup nested in members.Groups.Where(seenGroups.Add))
            {
                open.Enqueue(nested);
            }
        }

        return [.. users];
    }

    private GroupMembers Require(EmulatedGroup group)
    {
        Load();
        return _members.TryGetValue(group, out GroupMembers? members)
            ? members
            : throw new InvalidOperationException(
                $"The group '{group.DisplayName}' is no longer in the tenant. A reset removes groups that were added."
                + " Add the group again.");
    }

    private List<EmulatedGroup> Load()
    {
        if (_groups is null)
        {
            _groups = [.. seed.Value.Select(seeded => seeded.Group)];
            _byId = _groups.ToDictionary(group => group.ObjectId);
            _members = seed.Value.ToDictionary(seeded => seeded.Group, seeded => seeded.Members);
        }

        return _groups;
    }
}
