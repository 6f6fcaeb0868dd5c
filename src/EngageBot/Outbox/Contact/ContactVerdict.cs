namespace EngageBot.Outbox.Contact;

/// <summary>What a decision about a member means for a message to him that is planned.</summary>
internal static class ContactVerdict
{
    /// <summary>Somebody who can be asked only later than this is not asked about this post.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromHours(16);

    /// <summary>What waited overnight is not said all at once. What could not be said before it expires is not said at all.</summary>
    public static OutboxVerdict Of(ContactDecision decision, OutboxEntry entry, DateTimeOffset now) => decision switch
    {
        ContactDecision.Never never => new OutboxVerdict.Drop(ContactReasons.English(never.Reason)),
        ContactDecision.Later later when later.At > Latest(entry, now) => new OutboxVerdict.Drop(ContactReasons.English(later.Reason)),
        ContactDecision.Later later => new OutboxVerdict.Hold(ContactReasons.English(later.Reason), IsOvernight(later) ? MorningSpread.TimeOf(entry, later.At) : later.At),
        _ => new OutboxVerdict.Say(),
    };

    private static DateTimeOffset Latest(OutboxEntry entry, DateTimeOffset now) =>
        entry.Kind == OutboxKind.Ask && now + LongestHold < entry.ExpiresAt ? now + LongestHold : entry.ExpiresAt;

    private static bool IsOvernight(ContactDecision.Later later) =>
        later.Reason is ContactReason.QuietHours or ContactReason.OwnHours or ContactReason.WorkingHours or ContactReason.BundledToday;
}
