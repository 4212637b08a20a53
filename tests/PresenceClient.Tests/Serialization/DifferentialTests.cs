using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

/// <summary>The generated model is the oracle: the same well-typed bytes give the same presence both ways.</summary>
public class DifferentialTests
{
    private const int Pages = 4_000;

    [Fact]
    public async Task ReadPresences_RandomWellTypedPages_AreWhatTheGeneratedModelReads()
    {
        int presences = 0;
        for (int seed = 0; seed < Pages; seed++)
        {
            byte[] json = new RandomJson(seed).Page();

            Page<UserPresence> ours = PageReader.ReadPresences(json);
            PresenceCollection oracle = await ReadByGeneratedModelAsync(json);

            ours.NextLink.Should().Be(oracle.OdataNextLink, "seed {0}", seed);
            ours.Items.Should().Equal(oracle.Value!.Select(ToFacade), "seed {0}", seed);
            presences += ours.Items.Count;
        }

        presences.Should().BeGreaterThan(Pages, "an empty comparison shows nothing");
    }

    private static async Task<PresenceCollection> ReadByGeneratedModelAsync(byte[] json)
    {
        using var stream = new MemoryStream(json);
        IParseNode node = await new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", stream);
        return node.GetObjectValue(PresenceCollection.CreateFromDiscriminatorValue)!;
    }

    private static UserPresence ToFacade(Presence presence) => new()
    {
        Id = presence.Id!,
        AvailabilityText = presence.Availability,
        ActivityText = presence.Activity,
        SequenceNumber = presence.SequenceNumber,
        StatusMessage = presence.StatusMessage is not { } message ? null : new()
        {
            Content = message.Message?.Content,
            ContentType = message.Message?.ContentType,
            Expiry = message.ExpiryDateTime is not { } expiry ? null : new()
            {
                DateTime = expiry.DateTime,
                TimeZone = expiry.TimeZone,
            },
            PublishedAt = message.PublishedDateTime,
        },
        OutOfOffice = presence.OutOfOfficeSettings is not { } settings ? null : new()
        {
            IsOutOfOffice = settings.IsOutOfOffice == true,
            Message = settings.Message,
        },
        WorkLocation = presence.WorkLocation is not { } location ? null : new()
        {
            TypeText = location.WorkLocationType,
            SourceText = location.Source,
            PlaceId = location.PlaceId,
        },
    };
}
