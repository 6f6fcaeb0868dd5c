using EngageBot.Chat;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Introductions.Proposals;

/// <summary>Somebody who is to be introduced, and how it stands with asking him.</summary>
internal sealed record ProposalPerson
{
    /// <summary>His key.</summary>
    public required long Member { get; init; }

    /// <summary>What he said; null where he said nothing yet.</summary>
    public ProposalAnswer? Answer { get; init; }

    /// <summary>He opted out of everything, or is a bot.</summary>
    public bool IsOut { get; init; }

    /// <summary>What he said to being introduced at all.</summary>
    public ContactAgreement Agreement { get; init; }

    /// <summary>How it stands with the message that asks him; null where there is none yet.</summary>
    public OutboxState? Asked { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
