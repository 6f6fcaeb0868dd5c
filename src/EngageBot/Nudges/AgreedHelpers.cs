using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Finds who may be asked about a post, live: of those who agreed to be asked and can read its channel the likeliest to answer, where they may be contacted now.</summary>
internal sealed class AgreedHelpers(WriteSession session, HelperRanking ranking, ContactBook contacts)
{
    private readonly AgreedQuery _agreed = new(session);

    /// <inheritdoc cref="AgreedQuery.AgreedAsync"/>
    public Task<IReadOnlyList<AgreedHelper>> AgreedAsync(long post, long now, CancellationToken cancellationToken) => _agreed.AgreedAsync(post, now, cancellationToken);

    /// <summary>Those of them who may be asked now, the likeliest first.</summary>
    public async Task<IReadOnlyList<Helper>> FittingAsync(
        WaitingPost post, long community, IReadOnlyList<AgreedHelper> agreed, IReadOnlyList<(long Member, int Answers)> answerers, int most, long now, CancellationToken cancellationToken)
    {
        var answers = answerers.ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        var candidates = AgreedQuery.Candidates(agreed, answers, now).ToDictionary(helper => helper.Member);
        if (candidates.Count == 0)
        {
            return [];
        }

        var likely = await ranking.RankAsync([.. candidates.Keys], post, community, now, cancellationToken);
        List<Helper> fitting = [];
        foreach (var member in likely.Members)
        {
            if (fitting.Count < most && AgreedQuery.IsSoon(await contacts.DecideAsync(member, post.Message, now, cancellationToken), now))
            {
                fitting.Add(new Helper(member, answers.GetValueOrDefault(member), likely.PlaceOf(member), candidates[member].LastSeenAt, LastAskedAt: null)
                {
                    Topics = likely.TopicsOf(member),
                });
            }
        }

        return fitting;
    }
}
