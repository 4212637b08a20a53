using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PresenceService.Bodies;

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

    /// <summary>
    /// Describes the body of a PUT. Accepts() would do so too, but the router would then answer 415 without a detail.
    /// </summary>
    public static async Task AddPreferredBodyAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        const string name = nameof(PreferredBody);
        OpenApiSchema schema = await context.GetOrCreateSchemaAsync(
            typeof(PreferredBody), parameterDescription: null, stop);
        context.Document!.AddComponent(name, schema);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(name, context.Document) },
            },
        };
    }
}
