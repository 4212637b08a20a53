using PresenceClient.Redis.Tests.Support;

namespace PresenceClient.Redis.Trial;

/// <summary>A Garnet server in a process of its own, until its input ends.</summary>
internal static class RedisProgram
{
    public const string Verb = "redis-process";

    public static int Run()
    {
        using var server = new RedisServer();
        Console.WriteLine(server.EndPoint);
        Console.In.ReadToEnd();
        return 0;
    }
}
