using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Discord.Gateway;

/// <summary>Where a shard stands in its session, and whether what comes is the next event.</summary>
internal sealed class ShardSession(GatewaySession? stored)
{
    /// <summary>Refusals in a row that said another try may work are believed so often.</summary>
    private const int BelievedRefusals = 3;

    private int _refusals;

    /// <summary>The place from which a lost event was asked for again.</summary>
    private long? _askedAgainAfter;

    public GatewaySession? Current { get; private set; } = stored;

    /// <summary>The session is over.</summary>
    public void Forget()
    {
        Current = null;
        _askedAgainAfter = null;
        _refusals = 0;
    }

    /// <summary>Discord calls the session invalid, and says whether another try may work.</summary>
    public void Refuse(bool resumable)
    {
        if (!resumable || ++_refusals >= BelievedRefusals)
        {
            Forget();
        }
    }

    /// <summary>
    /// The place after a dispatch, or why it is not taken. Numbers follow each other; one left out means that something was lost, which a resume brings. If
    /// the resume leaves it out as well, it does not exist.
    /// </summary>
    public ArrivalKind Arrive(GatewayPayload dispatch)
    {
        if (dispatch.Event is ReadyEvent ready)
        {
            Forget();
            Current = new GatewaySession(ready.SessionId, ready.ResumeGatewayUrl, dispatch.Sequence);
            return ArrivalKind.Next;
        }

        if (Current is not { } session || dispatch.Sequence <= session.Sequence)
        {
            return ArrivalKind.Repeated;
        }

        if (dispatch.Sequence > session.Sequence + 1 && _askedAgainAfter != session.Sequence)
        {
            _askedAgainAfter = session.Sequence;
            return ArrivalKind.AfterGap;
        }

        _refusals = 0;
        Current = session with { Sequence = dispatch.Sequence };
        return ArrivalKind.Next;
    }
}
