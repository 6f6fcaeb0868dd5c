namespace EngageBot.Outbox.Contact;

/// <summary>Whether a member may be contacted.</summary>
internal abstract record ContactDecision
{
    private ContactDecision()
    {
    }

    /// <summary>Now.</summary>
    public sealed record Allowed : ContactDecision;

    /// <summary>Not before a moment, at which it is decided anew.</summary>
    /// <param name="Reason">What makes the wait longest.</param>
    public sealed record Later(DateTimeOffset At, ContactReason Reason) : ContactDecision;

    /// <summary>Not as things stand, whenever.</summary>
    public sealed record Never(ContactReason Reason) : ContactDecision;
}
