namespace EngageBot.Outbox.Contact;

/// <summary>
/// When a member was contacted, over all features, all communities of the installation, and all accounts that were joined; what is reserved for later counts too. In any order.
/// </summary>
internal sealed record ContactHistory
{
    /// <summary>Nudges of every kind within a week, asks and notes among them.</summary>
    public IReadOnlyList<DateTimeOffset> Nudges { get; init; } = [];

    /// <summary>Asks to help within three days.</summary>
    public IReadOnlyList<DateTimeOffset> Asks { get; init; } = [];

    /// <summary>Notes about promotion within 14 days.</summary>
    public IReadOnlyList<DateTimeOffset> Notes { get; init; } = [];

    /// <summary>Messages on Slack of the bot's own accord within two days.</summary>
    public IReadOnlyList<DateTimeOffset> Bundles { get; init; } = [];
}
