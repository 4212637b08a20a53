using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>Reads and validates the body of a write.</summary>
internal delegate Outcome<EmulatedWrite> WriteReader(OperationContext context, GraphBody body);

/// <summary>A validated write that can be applied to a user. Returns an error if the state does not allow it.</summary>
internal delegate EmulatedError? EmulatedWrite(PresenceState presence);

/// <summary>A write with the name of its action, its parameters and its reader.</summary>
internal sealed class WriteOperation(
    string name, WriteReader reader, params (string Name, BodyType? Type)[] parameters)
{
    public string Name => name;

    public BodyType Body { get; } = BodyType.Parameters(name, parameters);

    /// <summary>
    /// Handles the common part of all writes: finds the user, applies the write and returns 200 with an empty body.
    /// </summary>
    public Outcome<EmulatedOperation.Work> Prepare(OperationContext context, GraphBody body)
    {
        if (!reader(context, body).Succeeded(out EmulatedWrite? write, out EmulatedError? error))
        {
            return error;
        }

        return EmulatedOperation.AtOnce(() => Do(write, context));
    }

    private static Outcome<GraphAnswer> Do(EmulatedWrite write, OperationContext context)
    {
        if (context.Target is not { } user)
        {
            return EmulatedError.NoUser;
        }

        EmulatedCall call = context.Call;
        EmulatedPresence presence = call.State.PresenceOf(user);
        LateView? view = call.VisibleAfter > TimeSpan.Zero
            ? call.State.LateViews.Add(user, presence.Read(call.Now), call.Now + call.VisibleAfter, call.Now)
            : null;
        if (presence.Change(call.Now, state => write(state)) is not { } error)
        {
            return GraphAnswer.Done;
        }

        if (view is not null)
        {
            call.State.LateViews.Remove(user, view);
        }

        return error;
    }
}
