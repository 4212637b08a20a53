using System.Diagnostics;

namespace PackageTrial.Trial;

/// <summary>The installed tool presence-emulator, which serves a tenant over https.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Dictionary<string, string> _banner;

    private EmulatorProcess(Process process, Dictionary<string, string> banner, string certificate) =>
        (_process, _banner, Certificate) = (process, banner, certificate);

    /// <summary>The PEM file with the certificate, to trust.</summary>
    public string Certificate { get; }

    public string BaseAddress => _banner["Graph"];

    public string AuthorityHost => _banner["Authority host"];

    public string TenantId => _banner["Tenant id"];

    public string ClientId => _banner["Client id"];

    public string ClientSecret => _banner["Client secret"];

    /// <summary>Starts the tool, and waits until it serves.</summary>
    /// <param name="workplace">The workplace with the tool.</param>
    /// <param name="user">The display name of its first user.</param>
    public static async Task<EmulatorProcess> StartAsync(Workplace workplace, string user)
    {
        string certificate = Path.Combine(workplace.Root, $"{Guid.NewGuid():N}.pem");
        Process process = Command.Start(
            workplace.Root, workplace.Environment, Path.Combine(workplace.Tools, "presence-emulator"),
            "--port", "0", "--users", "20", "--user", user, "--https", "--certificate-out", certificate);
        using var limit = new CancellationTokenSource(Limit);
        var banner = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("Press Ctrl-C", StringComparison.Ordinal))
            {
                return new EmulatorProcess(process, banner, certificate);
            }

            // A name of up to 14 characters, and a value.
            if (line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 17)
            {
                banner[line[2..17].Trim()] = line[17..].Trim();
            }
        }

        string error = await process.StandardError.ReadToEndAsync(limit.Token);
        process.Dispose();
        throw new TrialException($"presence-emulator did not start: {error}");
    }

    /// <summary>Stops the tool as a service manager does. It must end with exit code 0.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(limit.Token);
        }

        string rest = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        if (_process.ExitCode != 0 || !rest.EndsWith("Stopped." + Environment.NewLine, StringComparison.Ordinal))
        {
            throw new TrialException($"presence-emulator ended with exit code {_process.ExitCode}: {rest}");
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
