using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;

namespace EngageBot.Introductions.Rounds;

/// <summary>Makes an introduction of a group of a round: why they fit, something that each wrote, and where they find each other.</summary>
internal sealed class RoundGroups(WriteSession session, RulesBook rules)
{
    private readonly SharedChannels _channels = new(session, rules);
    private readonly ShownPosts _posts = new(session, rules);

    /// <param name="people">Those of the group of whom something is known.</param>
    /// <returns>Null where there is no place for them.</returns>
    public async Task<NewIntroduction?> IntroduceAsync(
        StoredRound round, RoundGroup group, IReadOnlyList<IntroductionCandidate> people, IntroductionReasons reasons, long now, CancellationToken cancellationToken)
    {
        if (await _posts.ChannelAsync(round.Community, group.Members[0], group.Members[1], now, cancellationToken) is not { } channel)
        {
            return null;
        }

        var topics = await reasons.TopicsAsync(people, cancellationToken);
        List<(long, long?, bool)> members = [];
        foreach (var member in group.Members)
        {
            members.Add((member, await _posts.OfAsync(round.Community, member, topics.Words, cancellationToken), true));
        }

        return new NewIntroduction
        {
            Community = round.Community,
            Occasion = IntroductionOccasion.Round,
            Round = round.Id,
            Topics = topics,
            SharedChannel = await _channels.OfAsync(round.Community, people, cancellationToken),
            Channel = channel,
            People = members,
        };
    }
}
