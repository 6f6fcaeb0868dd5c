using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Outbox.Contact;

/// <summary>
/// The last question before anything is said to a member in private, whichever voice says it: may he be contacted now, by what is stored and by what his platform tells of him?
/// A voice cannot forget to ask it. What goes to one of the moderators is no contact of that kind.
/// </summary>
internal sealed class ContactGate(WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf)
{
    private readonly ContactBook _contacts = new(session, rules);

    /// <summary>By what is stored.</summary>
    public Task<OutboxVerdict> LetThroughAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(entry, default, now, cancellationToken);

    /// <summary>Whether he is there and may be disturbed: the platform is asked of him only where nothing else is in the way.</summary>
    public async Task<OutboxVerdict> IsThereAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        IsContact(entry) && platformOf(entry.Channel.Community.Platform) is { } platform
            ? await DecideAsync(entry, await platform.PresenceAsync(entry.Member!.Value, cancellationToken), now, cancellationToken)
            : new OutboxVerdict.Say();

    private async Task<OutboxVerdict> DecideAsync(OutboxEntry entry, MemberPresence presence, DateTimeOffset now, CancellationToken cancellationToken) =>
        !IsContact(entry) ? new OutboxVerdict.Say()
        : ContactRequest.Of(entry) is { } request
            ? ContactVerdict.Of(await _contacts.DecideAsync(request with { Presence = presence }, now.ToUnixTimeMilliseconds(), cancellationToken), entry, now)
            : new OutboxVerdict.Drop("Nothing of this form is said in private.");

    private static bool IsContact(OutboxEntry entry) => entry.MemberKey is not null && !OutboxKinds.IsForModerators(entry.Kind);
}
