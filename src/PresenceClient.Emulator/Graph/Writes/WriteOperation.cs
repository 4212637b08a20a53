using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>Reads and checks the body of a write.</summary>
internal delegate Outcome<EmulatedWrite> WriteReader(OperationContext context, GraphBody body);

/// <summary>
/// A write that has been checked, ready to be done to a user; gives an error if the state forbids it.
/// </summary>
internal delegate EmulatedError? EmulatedWrite(PresenceState presence);

/// <summary>A write by the name of its action: its parameters, and how they are read.</summary>
internal sealed class WriteOperation(
    string name, WriteReader reader, params (string Name, BodyType? Type)[] parameters)
{
    public string Name => name;

    public BodyType Body { get; } = BodyType.Parameters(name, parameters);

    /// <summary>What all writes share: find the user, do it, answer 200 with an empty body.</summary>
    public Outcome<EmulatedOperation.Work> Prepare(OperationContext context, GraphBody body)
    {
        if (!reader(context, body).Succeeded(out EmulatedWrite? write, out EmulatedError? error))
        {
            return error;
        }
        return (EmulatedOperation.Work)(() => Do(write, context));
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
