using System.Net;

namespace PresenceClient.Redis.Tests;

/// <summary>The format of keys and messages.</summary>
public sealed class WireTests
{
    private static readonly Guid Id = Guid.Parse("5a7b1c2d-0000-4000-8000-00000000abcd");

    public static TheoryData<UserPresence> Presences =>
    [
        new UserPresence { Id = Id.ToString() },
        new UserPresence
        {
            Id = Id.ToString(),
            AvailabilityText = "Busy",
            ActivityText = "SomethingNew",
            SequenceNumber = "A0000000000000000000001",
            StatusMessage = new PresenceStatusMessage
            {
                Content = "Zurück um 15 Uhr 🚀",
                ContentType = "text",
                Expiry = new DateTimeTimeZone { DateTime = "2026-09-07T15:00:00", TimeZone = "UTC" },
                PublishedAt = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(2)),
            },
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = true, Message = "" },
            WorkLocation = new UserWorkLocation { TypeText = "office", SourceText = "manual", PlaceId = "place" },
        },
        new UserPresence
        {
            Id = Id.ToString(),
            AvailabilityText = "Away",
            StatusMessage = new PresenceStatusMessage { Content = "" },
            OutOfOffice = new OutOfOfficeSettings(),
            WorkLocation = new UserWorkLocation(),
        },
    ];

    [Theory]
    [MemberData(nameof(Presences))]
    public void State_WrittenAndRead_IsTheSame(UserPresence presence)
    {
        byte[] bytes = new StoredState(7, 300, presence).ToBytes();

        StoredState.Read(bytes, Id).Should().Be(new StoredState(7, 300, presence));
    }

    [Fact]
    public void State_OfAUserWhoIsMissing_IsTheSame() =>
        StoredState.Read(new StoredState(7, 300, null).ToBytes(), Id).Should().Be(new StoredState(7, 300, null));

    [Fact]
    public void State_WithoutTexts_IsSmall()
    {
        var presence = new UserPresence
        {
            Id = Id.ToString(),
            AvailabilityText = "Available",
            ActivityText = "Available",
            SequenceNumber = "A0000000000000000000001",
            OutOfOffice = new OutOfOfficeSettings(),
        };

        new StoredState(long.MaxValue, 100_000, presence).ToBytes().Length.Should().BeLessThanOrEqualTo(64);
    }

    [Theory]
    [MemberData(nameof(Presences))]
    public void State_CutAnywhere_IsReportedAsDamage(UserPresence presence)
    {
        byte[] bytes = new StoredState(7, 300, presence).ToBytes();
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            FluentActions.Invoking(() => StoredState.Read(cut, Id)).Should().ThrowExactly<SharedDataException>();
        }
    }

    [Fact]
    public void Bytes_OfAnyKind_NeverThrowAnythingElse()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            if (bytes.Length > 0)
            {
                bytes[0] = (byte)random.Next(1, 8);
            }

            try
            {
                _ = MessageCodec.Read(bytes);
            }
            catch (SharedDataException)
            {
                // Damage is expected.
            }
        }
    }

    [Fact]
    public void Head_WrittenAndRead_IsTheSame()
    {
        var head = new Head
        {
            Term = new Term(12, -34),
            Version = 5_000_000_000,
            Hosts = 100,
            Interval = TimeSpan.FromSeconds(10),
            Sweeps = 77,
            SweepAge = TimeSpan.FromSeconds(3),
            SweepDuration = TimeSpan.FromSeconds(2),
            SweepUsers = 1_000_000,
            Unread = 650,
            Refusals = 2,
            IsRefused = true,
        };

        Read(head).Should().Be(head);
        Read(head with { SweepAge = null, IsRefused = false }).Should().Be(
            head with { SweepAge = null, IsRefused = false });
    }

    [Theory]
    [InlineData(typeof(PresenceAccessDeniedException), HttpStatusCode.Forbidden)]
    [InlineData(typeof(PresenceAuthenticationException), HttpStatusCode.Unauthorized)]
    [InlineData(typeof(PresenceThrottledException), HttpStatusCode.TooManyRequests)]
    [InlineData(typeof(PresenceTimeoutException), null)]
    [InlineData(typeof(PresenceException), HttpStatusCode.BadRequest)]
    public void Failure_OfTheLeader_IsTheSameForAFollower(Type type, HttpStatusCode? status)
    {
        var failure = (PresenceException)Activator.CreateInstance(type, "It failed. Do this.")!;
        typeof(PresenceException).GetProperty(nameof(PresenceException.StatusCode))!.SetValue(failure, status);

        PresenceException read = Read(new Head { Term = default, Failure = failure }).Failure!;

        read.Should().BeOfType(type);
        (read.Message, read.StatusCode).Should().Be(("It failed. Do this.", status));
    }

    [Fact]
    public void Failure_WithAMessageOfTheService_IsPassedOnWithoutIt()
    {
        var failure = new PresenceException("It failed.") { ServiceMessage = "User adele@contoso.com is unknown." };

        Read(new Head { Term = default, Failure = failure }).Failure!.ServiceMessage.Should().BeNull();
    }

    private static Head Read(Head head)
    {
        var writer = new ByteWriter();
        head.Write(writer);
        var reader = new ByteReader(writer.ToArray());
        return Head.Read(ref reader);
    }
}
