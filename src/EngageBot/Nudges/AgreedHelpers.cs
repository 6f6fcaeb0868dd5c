using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Finds who may be asked about a post, live: of those who agreed to be asked and can read its channel the likeliest to answer, where they may be contacted now. Who named what it is about comes first: asking by topic is taken up most (SuggestBot 2007).</summary>
internal sealed class AgreedHelpers(WriteSession session, HelperRanking ranking, ContactBook contacts)
{
    /// <summary>Milliseconds. Whether somebody may be asked is asked of the store each time; this is who is looked at.</summary>
    private const long KnownFor = 3_600_000;

    /// <summary>So many are asked about together: most often one of them may be asked.</summary>
    private const int Together = 8;

    private readonly Dictionary<long, (long At, IReadOnlyList<AgreedHelper> Helpers)> _known = [];
    private readonly AgreedQuery _agreed = new(session);
    private readonly AskedLately _askedLately = new();

    /// <summary>What is asked about a post itself to find them.</summary>
    public static IEnumerable<Question> Of(WaitingPost post) => [AgreedQuery.AskedAbout(post.Message), HelperRanking.TextOf(post)];

    /// <summary>Those who agreed, the author left out; nobody where the bot only observes.</summary>
    /// <param name="isOpen">Everybody can read the channel of the post.</param>
    public async Task<IReadOnlyList<AgreedHelper>> AgreedAsync(WaitingPost post, long community, bool isOpen, long now, CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            return await _agreed.AgreedAsync(post.Message, now, cancellationToken);
        }

        if (!_known.TryGetValue(community, out var known) || now < known.At || now - known.At >= KnownFor)
        {
            _known[community] = known = (now, await _agreed.OfCommunityAsync(community, now, cancellationToken));
        }

        if (known.Helpers.Count == 0)
        {
            _known.Remove(community); // It may only just have begun to speak.
            return [];
        }

        var asked = await _agreed.AskedAsync(post.Message, cancellationToken);
        return [.. known.Helpers.Where(helper => helper.Member != post.Author).Select(helper => asked.Count == 0 ? helper : helper with { WasAsked = asked.Contains(helper.Member) })];
    }

    /// <summary>Who may be asked has changed in some communities.</summary>
    public void Reread(IReadOnlySet<long> communities)
    {
        foreach (var community in communities)
        {
            _known.Remove(community);
        }
    }

    /// <summary>Those of them who may be asked now: first who named what it is about, then the likeliest.</summary>
    public async Task<IReadOnlyList<Helper>> FittingAsync(
        WaitingPost post, long community, IReadOnlyList<AgreedHelper> agreed, IReadOnlyList<(long Member, int Answers)> answerers, int most, long now, CancellationToken cancellationToken)
    {
        var answers = answerers.ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        IReadOnlyList<AgreedHelper> free = [.. agreed.Where(helper => !_askedLately.Was(helper.Member, now))]; // Where many agreed, those who were asked lately are not looked at in place of others.
        var text = await ranking.TextAsync(post, cancellationToken);
        var named = Named(text, free);
        var candidates = AgreedQuery.Candidates(free, answers, now, named).ToDictionary(helper => helper.Member);
        if (candidates.Count == 0)
        {
            return [];
        }

        var likely = await ranking.RankAsync([.. candidates.Keys], post, text, community, now, cancellationToken);
        long[] order = [.. likely.Members.OrderByDescending(named.ContainsKey)];
        List<Helper> fitting = [];
        for (var place = 0; place < order.Length && fitting.Count < most; place++)
        {
            if (place % Together == 0)
            {
                await contacts.ForeseeAsync(order.Skip(place).Take(Together), post.Message, community, now, cancellationToken);
            }

            var member = order[place];
            if (await MayBeAskedAsync(member, post.Message, now, cancellationToken))
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

    private async Task<bool> MayBeAskedAsync(long member, long post, long now, CancellationToken cancellationToken)
    {
        var decision = await contacts.DecideAsync(member, post, now, cancellationToken);
        if (AgreedQuery.IsSoon(decision, now))
        {
            return true;
        }

        if (decision is ContactDecision.Later { Reason: ContactReason.NudgedToday or ContactReason.NudgedThisWeek or ContactReason.AskedLately } later)
        {
            _askedLately.Note(member, later.At.ToUnixTimeMilliseconds(), now);
        }

        return false;
    }

    /// <summary>Those who said that they like to be asked about what the post is about, with its words.</summary>
    private static Dictionary<long, IReadOnlyList<string>> Named(string text, IReadOnlyList<AgreedHelper> agreed) => agreed
        .Select(helper => (helper.Member, Words: OwnTopics.In(helper.Topics, text)))
        .Where(helper => helper.Words.Count > 0)
        .ToDictionary(helper => helper.Member, helper => helper.Words);
}
