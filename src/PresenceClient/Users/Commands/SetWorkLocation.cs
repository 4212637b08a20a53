using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Sets the manual or the automatic work location.</summary>
internal sealed record SetWorkLocation : PresenceCommand
{
    private readonly WorkLocationType _type;
    private readonly string? _placeId;

    public SetWorkLocation(GraphOperation operation, WorkLocationType type, string? placeId)
    {
        Mine = operation;
        _type = type is WorkLocationType.Office or WorkLocationType.Remote or WorkLocationType.TimeOff
            ? type
            : throw new ArgumentOutOfRangeException(nameof(type),
                $"The type {type} is not valid. A work location is Office, Remote or TimeOff. To remove it, use "
                    + "ClearAsync.");
        _placeId = placeId is null ? null : WellFormed.Require(placeId, nameof(placeId));
    }

    public override GraphOperation Mine { get; }

    public override IParsable CreateBody(string? applicationId) => new SetWorkLocationBody
    {
        WorkLocationType = NameTable.CamelCase(_type.ToString()),
        PlaceId = _placeId,
    };
}
