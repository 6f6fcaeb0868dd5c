using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>What the forms of what the bot says have to do with one another.</summary>
internal static class OutboxKinds
{
    /// <summary>What a private message of a form is for; null for what everybody can read and for what goes to moderators.</summary>
    public static ContactKind? ContactOf(OutboxKind kind) => kind switch
    {
        OutboxKind.Ask => ContactKind.Ask,
        OutboxKind.YourTurn => ContactKind.YourTurn,
        OutboxKind.PromoterNote => ContactKind.PromoterNote,
        OutboxKind.Proposal => ContactKind.Introduction,
        OutboxKind.RoundNotice => ContactKind.Round,
        OutboxKind.FollowUp => ContactKind.FollowUp,
        OutboxKind.Thanks or OutboxKind.HelperNotice => ContactKind.Thanks,
        _ => null,
    };

    /// <summary>The name of the text that says why something of a form is said: "why.your-turn".</summary>
    public static string WhyName(OutboxKind kind) =>
        "why." + string.Concat(kind.ToString().Select((letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? string.Empty : "-")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static bool IsForModerators(OutboxKind kind) => kind >= OutboxKind.Joined;
}
