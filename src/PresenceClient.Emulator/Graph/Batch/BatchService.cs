using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Batch;

/// <summary>
/// Serves $batch: up to 20 requests in one, each with an answer of its own. They run one after the other in a fixed
/// order, so that the same batch always has the same effect. The envelope has the status 200 regardless of the
/// answers.
/// </summary>
internal static class BatchService
{
    public static async ValueTask<Outcome<GraphAnswer>> AnswerAsync(
        EmulatedCall batch, PresenceEmulatorOptions options, Func<EmulatedCall, ValueTask<GraphAnswer>> answerOne)
    {
        if (!GraphBody.Read(batch, options).Succeeded(out GraphBody? body, out EmulatedError? error))
        {
            return error;
        }

        List<BatchItem>? items;
        using (body)
        {
            if (!BatchReader.Read(body).Succeeded(out items, out error))
            {
                return error;
            }
        }

        var answers = new List<BatchAnswer>(items.Count);
        foreach (BatchItem item in items)
        {
            EmulatedCall call = item.ToCall(batch);
            GraphAnswer answer = FailedBefore(item, answers) is { } failed
                ? GraphAnswer.Failed(EmulatedError.FailedDependency(failed), call)
                : await answerOne(call).ConfigureAwait(false);
            // Rendered at once, because the next request of the batch can change the state.
            answers.Add(new BatchAnswer(item.Id, answer.Status, answer.Headers, answer.Render()));
        }

        return GraphAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("responses");
            foreach (BatchAnswer answer in answers)
            {
                answer.Write(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static string? FailedBefore(BatchItem item, List<BatchAnswer> answers) =>
        answers.Find(answer => answer.Failed && item.DependsOn.Contains(answer.Id, StringComparer.OrdinalIgnoreCase))
            ?.Id;
}
