namespace PackageTrial.Trial;

/// <summary>Builds and runs the consumers, and installs and runs the tools.</summary>
internal sealed class ConsumerTrial(Workplace workplace, Report report)
{
    private static readonly (string Project, string What)[] Programs =
    [
        ("ConsoleApp", "a console app"),
        ("WorkerApp", "a worker with a watch and a keeper"),
        ("EmulatorTests", "an xunit project with the emulator"),
        ("SubstituteTests", "an xunit project with NSubstitute"),
        ("Graph5App", "an app with Microsoft.Graph 5.92.0"),
        ("Graph6App", "an app with Microsoft.Graph 6.10.0"),
        ("RedisApp", "two hosts that share a watch"),
    ];

    // Warnings are errors. Excepted are those that depend on the machine's sources: a version that a mirror lacks, and
    // vulnerability data that cannot be read.
    private static readonly string[] BuildOptions =
    [
        "--configuration", "Release", "-verbosity:quiet", "-nologo", "-nodeReuse:false", "-warnAsError",
        "-warnNotAsError:NU1603;NU1900",
    ];

    public async Task RunAsync()
    {
        await report.RunAsync("both tools are installed", InstallAsync);
        await Task.WhenAll(
            report.RunAsync("a Native AOT app is published without warnings and runs", PublishAsync),
            BuildAsync());
    }

    private async Task InstallAsync()
    {
        foreach (string tool in (string[])["PresenceClient.Tool", "PresenceClient.Emulator.Tool"])
        {
            await RunAsync(workplace.Root, "dotnet", "tool", "install", tool, "--tool-path", workplace.Tools,
                "--version", workplace.Environment["PresenceClientVersion"]);
        }
    }

    private async Task BuildAsync()
    {
        await report.RunAsync("the tool presence reads a tenant", ReadAsync);
        await report.RunAsync("the consumers are built", () =>
            RunAsync(workplace.Consumers, "dotnet", ["build", "Consumers.slnx", .. BuildOptions]));
        await report.RunAsync("a service for two tenants by configuration, served by presence-emulator", ServeAsync);
        foreach ((string project, string what) in Programs)
        {
            await report.RunAsync(what, () => RunAsync(workplace.Root, "dotnet", ProgramOf(project)));
        }
    }

    private async Task ReadAsync()
    {
        string csv = await RunAsync(workplace.Root, Path.Combine(workplace.Tools, "presence"),
            "get", "--all", "--csv", "--emulator", "--users", "100");
        int records = csv.Count(c => c == '\n');
        if (records != 101)
        {
            throw new TrialException($"The tool prints {records} lines for 100 users, and not 101.");
        }
    }

    private async Task ServeAsync()
    {
        await using EmulatorProcess contoso = await EmulatorProcess.StartAsync(workplace, "Adele Vance");
        await using EmulatorProcess fabrikam = await EmulatorProcess.StartAsync(workplace, "Alex Wilber");
        string certificates = Path.Combine(workplace.Root, "emulators.pem");
        await File.WriteAllTextAsync(certificates,
            await File.ReadAllTextAsync(contoso.Certificate) + await File.ReadAllTextAsync(fabrikam.Certificate));
        var environment = new Dictionary<string, string> { ["SSL_CERT_FILE"] = certificates };
        foreach ((string tenant, EmulatorProcess emulator) in new[] { ("contoso", contoso), ("fabrikam", fabrikam) })
        {
            environment[$"Tenants__{tenant}__BaseAddress"] = emulator.BaseAddress;
            environment[$"Tenants__{tenant}__Credential__TenantId"] = emulator.TenantId;
            environment[$"Tenants__{tenant}__Credential__ClientId"] = emulator.ClientId;
            environment[$"Tenants__{tenant}__Credential__ClientSecret"] = emulator.ClientSecret;
            environment[$"Tenants__{tenant}__Credential__AuthorityHost"] = emulator.AuthorityHost;
        }

        // appsettings.json is in the project's folder, as with `dotnet run`.
        await Command.RunAsync(
            Path.Combine(workplace.Consumers, "WebApp"), environment, "dotnet", ProgramOf("WebApp"));
        await contoso.StopAsync();
        await fabrikam.StopAsync();
    }

    private async Task PublishAsync()
    {
        string folder = Path.Combine(workplace.Root, "aot");
        await RunAsync(workplace.Consumers, "dotnet", ["publish", "AotApp", "--output", folder, .. BuildOptions]);
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync(workplace, "Adele Vance");
        await Command.RunAsync(
            workplace.Root,
            new Dictionary<string, string>
            {
                ["SSL_CERT_FILE"] = emulator.Certificate,
                ["BASE_ADDRESS"] = emulator.BaseAddress,
                ["AUTHORITY_HOST"] = emulator.AuthorityHost,
                ["TENANT_ID"] = emulator.TenantId,
                ["CLIENT_ID"] = emulator.ClientId,
                ["CLIENT_SECRET"] = emulator.ClientSecret,
            },
            Path.Combine(folder, "AotApp"));
        await emulator.StopAsync();
    }

    private string ProgramOf(string project) =>
        Path.Combine(workplace.Consumers, project, "bin", "Release", "net10.0", $"{project}.dll");

    private Task<string> RunAsync(string folder, string program, params string[] arguments) =>
        Command.RunAsync(folder, workplace.Environment, program, arguments);
}
