using System.Net.Http.Headers;
using System.Text.Json;

namespace PresenceClient.Emulator.Tests;

/// <summary>What the emulator answered, read to the end.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Availability => Json.GetProperty("availability").GetString();

    public string? Activity => Json.GetProperty("activity").GetString();

    public string? SequenceNumber => Json.GetProperty("sequenceNumber").GetString();

    public string Pair => $"{Availability}/{Activity}";

    public string? ErrorCode => Json.GetProperty("error").GetProperty("code").GetString();

    public string? ErrorMessage => Json.GetProperty("error").GetProperty("message").GetString();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync();
            return new Answer((int)response.StatusCode, text, response.Headers, response.Content.Headers);
        }
    }

    /// <summary>Asserts on an error of Graph's form.</summary>
    public void ShouldBeError(int status, string code, string? message = null)
    {
        Status.Should().Be(status, Text);
        ErrorCode.Should().Be(code);
        if (message is not null)
        {
            ErrorMessage.Should().Be(message);
        }
    }

    /// <summary>Asserts on what a write answers.</summary>
    public void ShouldBeDone()
    {
        Status.Should().Be(200, Text);
        Text.Should().BeEmpty();
    }
}
