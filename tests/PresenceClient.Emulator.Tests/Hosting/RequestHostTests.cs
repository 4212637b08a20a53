using PresenceClient.Emulator.Hosting;

namespace PresenceClient.Emulator.Tests.Hosting;

public sealed class RequestHostTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("localhost.")]
    [InlineData("localhost.:5080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:65535")]
    [InlineData("127.1.2.3")]
    [InlineData("[::1]")]
    [InlineData("[::1]:5080")]
    [InlineData("[0:0:0:0:0:0:0:1]:5080")]
    [InlineData("[::ffff:127.0.0.1]")]
    public void IsLoopback_NameOfThisMachine_IsTrue(string host) => IsLoopback(host).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData(":5080")]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1.nip.io:5080")]
    [InlineData("evil.localhost.example.")]
    [InlineData("xlocalhost")]
    [InlineData("localhost..")]
    [InlineData("localhost:0")]
    [InlineData("localhost:")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:5080:5080")]
    [InlineData("localhost:80@evil.example")]
    [InlineData("evil.example@localhost")]
    [InlineData("localhost/evil")]
    [InlineData("localhost,evil.example")]
    [InlineData("localhost, localhost")]
    [InlineData("localhost evil.example")]
    [InlineData("0.0.0.0:5080")]
    [InlineData("[::]")]
    [InlineData("[::2]")]
    [InlineData("[::1")]
    [InlineData("[::1]evil.example")]
    [InlineData("[127.0.0.1]")]
    [InlineData("[localhost]")]
    [InlineData("::1")]
    [InlineData("128.0.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("127.0.0.01")]
    [InlineData("löcalhost")]
    public void IsLoopback_AnythingElse_IsFalse(string host) => IsLoopback(host).Should().BeFalse();

    private static bool IsLoopback(string host) => RequestHost.Parse(host)?.IsLoopback() == true;
}
