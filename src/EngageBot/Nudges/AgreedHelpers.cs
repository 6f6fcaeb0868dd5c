using System.Data;
using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Finds who may be asked about a post, live: of those who agreed to be asked and can read its channel the likeliest to answer, where they may be contacted now. Who named what it is about comes first: asking by topic is taken up most (SuggestBot 2007).</summary>
internal sealed class AgreedHelpers(WriteSession session, HelperRanking ranking, ContactBook contacts)
{
    private static readonly HotSql PostText = new("SELECT text FROM messages WHERE id = @message", ("message", DbType.Int64));

    private readonly AgreedQuery _agreed = new(session);

    /// <inheritdoc cref="AgreedQuery.AgreedAsync"/>
    public Task<IReadOnlyList<AgreedHelper>> AgreedAsync(long post, long now, CancellationToken cancellationToken) => _agreed.AgreedAsync(post, now, cancellationToken);

    /// <summary>Those of them who may be asked now: first who named what it is about, then the likeliest.</summary>
    public async Task<IReadOnlyList<Helper>> FittingAsync(
        WaitingPost post, long community, IReadOnlyList<AgreedHelper> agreed, IReadOnlyList<(long Member, int Answers)> answerers, int most, long now, CancellationToken cancellationToken)
    {
        var answers = answerers.ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        var named = await NamedAsync(post, agreed, cancellationToken);
        var candidates = AgreedQuery.Candidates(agreed, answers, now, named).ToDictionary(helper => helper.Member);
        if (candidates.Count == 0)
        {
            return [];
        }

        var likely = await ranking.RankAsync([.. candidates.Keys], post, community, now, cancellationToken);
        List<Helper> fitting = [];
        foreach (var (place, member) in likely.Members.OrderByDescending(named.ContainsKey).Index())
        {
            if (fitting.Count < most && AgreedQuery.IsSoon(await contacts.DecideAsync(member, post.Message, now, cancellationToken), now))
            {
                fitting.Add(new Helper(member, answers.GetValueOrDefault(member), place, candidates[member].LastSeenAt, LastAskedAt: null)
                {
                    Topics = likely.TopicsOf(member),
                    Named = named.GetValueOrDefault(member) ?? [],
                });
            }
        }

        return fitting;
    }

    /// <summary>Those who said that they like to be asked about what the post is about, with its words.</summary>
    private async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> NamedAsync(WaitingPost post, IReadOnlyList<AgreedHelper> agreed, CancellationToken cancellationToken)
    {
        var text = await session.TextAsync(PostText, cancellationToken, post.Message) ?? string.Empty;
        return agreed
            .Select(helper => (helper.Member, Words: OwnTopics.In(helper.Topics, text)))
            .Where(helper => helper.Words.Count > 0)
            .ToDictionary(helper => helper.Member, helper => helper.Words);
    }
}
