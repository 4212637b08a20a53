using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace PresenceService.Problems;

/// <summary>Turns exceptions into problem details (RFC 9457).</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Problem.Of(exception) is not { } problem)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (Problem.RetryAfter(exception) is { } wait)
        {
            // Whole seconds, rounded up.
            httpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }
}
