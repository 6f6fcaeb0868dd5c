namespace EngageBot.Outbox.Contact;

/// <summary>What a decision about a member means for a message to him that is planned.</summary>
internal static class ContactVerdict
{
    /// <summary>What waited overnight is not said all at once. What could not be said before it expires is not said at all.</summary>
    public static OutboxVerdict Of(ContactDecision decision, OutboxEntry entry) => decision is ContactDecision.Later later && later.At > entry.ExpiresAt
        ? new OutboxVerdict.Drop(ContactReasons.English(later.Reason))
        : Of(decision, entry.Id);

    /// <param name="entry">The outbox id of the message.</param>
    public static OutboxVerdict Of(ContactDecision decision, long entry) => decision switch
    {
        ContactDecision.Never never => new OutboxVerdict.Drop(ContactReasons.English(never.Reason)),
        ContactDecision.Later later => new OutboxVerdict.Hold(ContactReasons.English(later.Reason), Spread(later, entry)),
        _ => new OutboxVerdict.Say(),
    };

    private static DateTimeOffset Spread(ContactDecision.Later later, long entry) =>
        later.Reason is ContactReason.QuietHours or ContactReason.OwnHours or ContactReason.WorkingHours
            ? MorningSpread.TimeOf(entry, later.At, MorningSpread.UsualLength)
            : later.At;
}
