namespace EngageBot.Outbox.Contact;

/// <summary>What a decision about a member means for the message to him.</summary>
internal static class ContactVerdict
{
    /// <param name="entry">The outbox id of the message: what waited overnight is not said all at once.</param>
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
