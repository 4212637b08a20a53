namespace PresenceClient;

/// <summary>
/// Selects the users that <see cref="UsersClient.ListAsync(UserListOptions, CancellationToken)"/> lists.
/// </summary>
/// <remarks>
/// A user must match all filters that are set. A filter needs User.Read.All: Microsoft documents that
/// User.ReadBasic.All covers only the basic profile, and Graph was seen to refuse these filters with it (403).
/// </remarks>
public sealed class UserListOptions
{
    /// <summary>Lists only accounts that can sign in (true), or only accounts that cannot (false).</summary>
    /// <value>Default: null, which lists both.</value>
    /// <remarks>
    /// Filters by <see cref="DirectoryUser.AccountEnabled"/>. Accounts of former employees, rooms and shared mailboxes
    /// usually cannot sign in; guests can. A board of the organization's people sets this to true, and
    /// <see cref="UserType"/> to <see cref="DirectoryUserType.Member"/>.
    /// </remarks>
    public bool? CanSignIn { get; set; }

    /// <summary>
    /// Lists only members (<see cref="DirectoryUserType.Member"/>) or only guests
    /// (<see cref="DirectoryUserType.Guest"/>).
    /// </summary>
    /// <value>Default: null, which lists every type.</value>
    /// <remarks>
    /// Filters by <see cref="DirectoryUser.UserType"/>. A user without a type matches neither value.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither of the two.</exception>
    public DirectoryUserType? UserType
    {
        get;
        set => field = value is null or DirectoryUserType.Member or DirectoryUserType.Guest
            ? value
            : throw new ArgumentOutOfRangeException(nameof(UserType), value,
                $"{value} is not a type to filter by. The filter takes Member or Guest. Set null to list every type.");
    }

    /// <summary>The OData filter; null if no filter is set.</summary>
    internal string? ToFilter()
    {
        string? canSignIn = CanSignIn switch
        {
            true => "accountEnabled eq true",
            false => "accountEnabled eq false",
            null => null,
        };
        string? type = UserType is { } value ? $"userType eq '{value}'" : null;
        return canSignIn is not null && type is not null ? $"{canSignIn} and {type}" : canSignIn ?? type;
    }
}
