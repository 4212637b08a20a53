// A service for two tenants. Everything about a tenant is configuration: appsettings.json, and environment variables
// for secrets and addresses (Tenants__contoso__Credential__ClientSecret). Here they lead to two emulators.
using PresenceClient;
using WebApp;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string[] tenants = [.. builder.Configuration.GetSection("Tenants").GetChildren().Select(tenant => tenant.Key)];
foreach (string tenant in tenants)
{
    builder.Services.AddKeyedPresenceClient(tenant, builder.Configuration.GetSection("Tenants").GetSection(tenant));
    builder.Services.AddKeyedPresenceWatch(tenant).Bind(builder.Configuration.GetSection("Watch"));
    builder.Services.AddKeyedPresenceHealthChecks(tenant);
}

WebApplication app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/{tenant}/users", (string tenant, IServiceProvider services, CancellationToken stop) =>
    services.GetRequiredKeyedService<PresenceServiceClient>(tenant).Users.ListAsync(stop));
app.MapGet("/{tenant}/users/{id}", (string tenant, string id, IServiceProvider services, CancellationToken stop) =>
    services.GetRequiredKeyedService<PresenceServiceClient>(tenant).Users[id].GetPresenceAsync(stop));
foreach (string tenant in tenants)
{
    app.MapKeyedPresenceEvents($"/{tenant}/events", tenant);
}

await app.StartAsync();
int code = await new Trial(app).RunAsync(tenants);
await app.StopAsync();
return code;
