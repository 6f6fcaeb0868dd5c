using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Nudges;

/// <summary>
/// The last question before the bot says anything to everybody, whichever voice says it: is it a time for it, and has the bot been silent for long enough? What moderators had it
/// say is theirs, and eyes under a post are no message.
/// </summary>
internal sealed class PublicGate(WriteSession session, RulesBook rules)
{
    private readonly PublicPostQuery _posts = new(session);

    public async Task<OutboxVerdict> LetThroughAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry.Member is not null || OutboxKinds.IsForModerators(entry.Kind) || entry.Kind is OutboxKind.Notice or OutboxKind.SignUp or OutboxKind.Eyes)
        {
            return new OutboxVerdict.Say();
        }

        var own = rules.Of(entry.Community);
        return PublicStepPolicy.ForTime(own, entry, now) is OutboxVerdict.Hold hold
            ? hold
            : PublicStepPolicy.ForMessage(entry.Kind, await _posts.FactsAsync(entry, now, cancellationToken), own, now);
    }
}
