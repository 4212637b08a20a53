using System.Text;
using System.Text.Json;

namespace PresenceClient.Tests.Models;

/// <summary>A name is found by its index, so the values of an open enumeration are 0, 1, 2 and so on.</summary>
public sealed class NameTableTests
{
    public static TheoryData<Type> Enumerations { get; } = new(
        typeof(PresenceAvailability), typeof(PresenceActivity), typeof(WorkLocationType), typeof(WorkLocationSource),
        typeof(DirectoryUserType));

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void EveryOpenEnumeration_HasConsecutiveValues(Type enumeration)
    {
        ArgumentNullException.ThrowIfNull(enumeration);

        Enum.GetValuesAsUnderlyingType(enumeration).Cast<int>().Should()
            .Equal(Enumerable.Range(0, Enum.GetNames(enumeration).Length));
    }

    [Fact]
    public void Enumerations_AreAllWithAValueForTheFuture() => Enumerations.Select(row => row.Data).Should()
        .BeEquivalentTo(typeof(PresenceServiceClient).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && Enum.IsDefined(type, "UnknownFutureValue")));

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void EverySpelling_IsFound(Type enumeration)
    {
        string[] names = Enum.GetNames(enumeration);
        var table = new NameTable(names);

        for (int value = 0; value < names.Length; value++)
        {
            string camelCase = JsonNamingPolicy.CamelCase.ConvertName(names[value]);

            table.NameOf(value).Should().BeSameAs(names[value]);
            NameTable.CamelCase(names[value]).Should().Be(camelCase);
            table.Find(Encoding.UTF8.GetBytes(names[value])).Should().BeSameAs(names[value]);
            table.Find(Encoding.UTF8.GetBytes(camelCase)).Should().Be(camelCase);
            new[] { names[value], camelCase, names[value].ToUpperInvariant() }
                .Should().OnlyContain(text => table.NumberOf(text) == value);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Busy")]
    [InlineData("Busyy")]
    [InlineData("Bu\0y")]
    [InlineData("5")]
    public void AnyOtherText_IsNotFound(string text)
    {
        var table = new NameTable(Enum.GetNames<PresenceAvailability>());

        table.NumberOf(text).Should().BeNull();
        table.Find(Encoding.UTF8.GetBytes(text)).Should().BeNull();
    }

    [Fact]
    public void NumberOutsideTheEnumeration_HasNoName()
    {
        var table = new NameTable(Enum.GetNames<WorkLocationType>());

        table.NameOf(-1).Should().BeNull();
        table.NameOf(Enum.GetNames<WorkLocationType>().Length).Should().BeNull();
    }
}
