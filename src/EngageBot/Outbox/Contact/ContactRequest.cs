using EngageBot.Chat;

namespace EngageBot.Outbox.Contact;

/// <summary>Somebody is to be contacted, by keys of the store.</summary>
internal sealed record ContactRequest(ContactKind Kind, long Member)
{
    /// <summary>The post that he would be asked about: an ask about it does not count against itself. 0 for none.</summary>
    public long Post { get; init; }

    /// <summary>The outbox id of the message in question, which does not count against itself. 0 while there is none.</summary>
    public long Entry { get; init; }

    /// <summary>What the platform tells of him now.</summary>
    public MemberPresence Presence { get; init; }

    /// <summary>Where the message itself rests on something that he did just now, and not on what is stored.</summary>
    public ContactAgreement? Agreement { get; init; }

    /// <summary>
    /// What is planned for a member; null where nothing of its form is said in private. Moderators named the role of a helper who is told so, and whoever said yes to an introduction
    /// is asked what came of it.
    /// </summary>
    public static ContactRequest? Of(OutboxEntry entry) => OutboxKinds.ContactOf(entry.Kind) is not { } kind ? null : new ContactRequest(kind, entry.MemberKey!.Value)
    {
        Entry = entry.Id,
        Post = kind == ContactKind.Ask ? entry.Post!.Value : 0,
        Agreement = entry.Kind is OutboxKind.HelperNotice or OutboxKind.FollowUp ? ContactAgreement.Agreed : null,
    };
}
