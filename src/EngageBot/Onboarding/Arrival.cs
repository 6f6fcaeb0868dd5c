using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>
/// The first words to the moderators of a community that the bot came to: what it can and cannot read, that it says nothing to members yet, and how to begin. Once; not where
/// somebody decided something before.
/// </summary>
internal sealed class Arrival(WriteSession session, RulesBook rules, ModeratorMessages moderators, OutboxStore store) : IVoice
{
    private readonly KnownCommunityQuery _communities = new(session);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Joined];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var community in await _communities.WithoutAsync(OutboxKind.Joined, cancellationToken))
        {
            if (!community.IsLive && !community.IsMet)
            {
                var texts = rules.Of(community.Key).Wording();
                var message = new ModeratorMessage
                {
                    Community = community.Key,
                    Kind = OutboxKind.Joined,
                    Subject = community.Key,
                    Text = ArrivalTexts.Of(community, await _communities.TroublesAsync(community.Id, cancellationToken), texts),
                    Buttons = ArrivalTexts.Buttons(texts),
                    Reason = "The bot was added to this community.",
                };
                await moderators.AddAsync(message, now, cancellationToken);
            }
        }
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    public void Forget() => store.Forget();
}
