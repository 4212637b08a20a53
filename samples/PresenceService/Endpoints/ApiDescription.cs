namespace PresenceService.Endpoints;

/// <summary>The OpenAPI document, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "PresenceService",
                Version = "v1",
                Description = "The Microsoft Teams presence of the users of some tenants. Errors are problem details "
                    + "(RFC 9457) whose detail says what to do.",
            };
            return Task.CompletedTask;
        }));
}
