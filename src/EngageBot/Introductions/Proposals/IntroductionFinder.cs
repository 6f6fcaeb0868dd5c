using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Profiles;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// Finds whom to introduce to whom, and why, among those who want it. What it reads of a community is kept for an hour: nothing that is decided by it rests on that alone, but
/// is looked up anew for the two in question.
/// </summary>
internal sealed class IntroductionFinder(WriteSession session, RulesBook rules)
{
    /// <summary>Where none of so many fits, nobody does.</summary>
    private const int MostLookedAt = 40;

    private static readonly long Kept = (long)TimeSpan.FromHours(1).TotalMilliseconds;

    private readonly Dictionary<long, (long At, FoundPool Pool)> _pools = [];
    private readonly AgreedPool _agreed = new(session);
    private readonly PairQuery _pairs = new(session);
    private readonly ShownPosts _posts = new(session, rules);
    private readonly SharedChannels _channels = new(session, rules);

    /// <summary>An introduction of one member to another, of whom he asked for it; null where something is against it.</summary>
    public async Task<NewIntroduction?> ToAsync(long community, long one, long other, string? about, long now, CancellationToken cancellationToken)
    {
        if (!await _pairs.MayMeetAsync(one, other, now, cancellationToken))
        {
            return null;
        }

        var pool = await PoolAsync(community, one, now, cancellationToken);
        var (mine, theirs) = (await CandidateAsync(pool, one, now, cancellationToken), await CandidateAsync(pool, other, now, cancellationToken));
        var reason = mine is null || theirs is null ? SharedReason.None : await ReasonAsync(community, pool, mine, theirs, cancellationToken);
        return await MakeAsync(community, IntroductionOccasion.Request, (one, other), reason, about, isWanted: true, now, cancellationToken);
    }

    /// <summary>An introduction of a member to whoever fits him best, of those whom he does not know; null where nobody does.</summary>
    /// <param name="about">What he would like to talk about; who writes about that comes first.</param>
    public async Task<NewIntroduction?> ForAsync(long community, long member, string? about, long now, CancellationToken cancellationToken)
    {
        var pool = await PoolAsync(community, member, now, cancellationToken);
        if (await CandidateAsync(pool, member, now, cancellationToken) is not { } candidate)
        {
            return null;
        }

        var wanted = NumbersOf(about);
        var ranked = pool.Pool.RankFor(candidate)
            .Select(ranked => pool.Members[ranked.Member])
            .OrderByDescending(who => who.Topics.Words.Count(wanted.Contains))
            .Take(MostLookedAt);
        foreach (var who in ranked)
        {
            if (await FitAsync(community, pool, candidate, who, now, cancellationToken) is { } reason)
            {
                return await MakeAsync(community, IntroductionOccasion.Request, (member, who.Member), reason, about: null, isWanted: false, now, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>Those who fit each other best and had no share of late; who is less active is asked first, so that a no costs nobody anything.</summary>
    public async Task<IReadOnlyList<NewIntroduction>> PairsAsync(long community, int most, long now, CancellationToken cancellationToken)
    {
        var pool = await ReadAsync(community, now, cancellationToken);
        List<NewIntroduction> found = [];
        HashSet<long> taken = [];
        foreach (var pair in pool.Pool.Pairs().Take(MostLookedAt))
        {
            var (first, second) = pair.One.Active <= pair.Other.Active ? (pair.One, pair.Other) : (pair.Other, pair.One);
            if (found.Count < most && !taken.Contains(first.Member) && !taken.Contains(second.Member)
                && !await _pairs.HadHisShareAsync(first.Member, now, cancellationToken)
                && await FitAsync(community, pool, first, second, now, cancellationToken) is { } reason
                && await MakeAsync(community, IntroductionOccasion.SharedTopics, (first.Member, second.Member), reason, about: null, isWanted: false, now, cancellationToken) is { } made)
            {
                found.Add(made);
                taken.UnionWith([first.Member, second.Member]);
            }
        }

        return found;
    }

    public void Forget() => _pools.Clear();

    /// <summary>What speaks for introducing somebody to another; null where anything is against it, and where nothing can be told them.</summary>
    private async Task<SharedReason?> FitAsync(
        long community, FoundPool pool, IntroductionCandidate one, IntroductionCandidate other, long now, CancellationToken cancellationToken) =>
        await _pairs.MayMeetAsync(one.Member, other.Member, now, cancellationToken)
        && !await _pairs.HaveTalkedAsync(one.Member, other.Member, cancellationToken)
        && !await _pairs.HadHisShareAsync(other.Member, now, cancellationToken)
        && await pool.Reasons.OfAsync(new IntroductionPair(one, other, 0), cancellationToken) is not null
        && await ReasonAsync(community, pool, one, other, cancellationToken) is { IsNone: false } reason
            ? reason
            : null;

    private async Task<SharedReason> ReasonAsync(
        long community, FoundPool pool, IntroductionCandidate one, IntroductionCandidate other, CancellationToken cancellationToken) =>
        new(await pool.Reasons.TopicsAsync([one, other], cancellationToken), await _channels.OfAsync(community, [one, other], cancellationToken));

    private async Task<NewIntroduction?> MakeAsync(
        long community, IntroductionOccasion occasion, (long One, long Other) pair, SharedReason reason, string? about, bool isWanted, long now, CancellationToken cancellationToken)
    {
        if (await _posts.ChannelAsync(community, pair.One, pair.Other, now, cancellationToken) is not { } channel)
        {
            return null;
        }

        string[] words = [.. reason.Topics.Words, .. WordsOf(about)];
        return new NewIntroduction
        {
            Community = community,
            Occasion = occasion,
            Topics = reason.Topics,
            SharedChannel = reason.Channel,
            About = about,
            Channel = channel,
            People =
            [
                (pair.One, await _posts.OfAsync(community, pair.One, words, cancellationToken), isWanted),
                (pair.Other, await _posts.OfAsync(community, pair.Other, words, cancellationToken), false),
            ],
        };
    }

    /// <summary>As it was read in the last hour, unless somebody opted in since.</summary>
    private async Task<FoundPool> PoolAsync(long community, long member, long now, CancellationToken cancellationToken) =>
        _pools.TryGetValue(community, out var kept) && now - kept.At < Kept && kept.Pool.Members.ContainsKey(member)
            ? kept.Pool
            : await ReadAsync(community, now, cancellationToken);

    private async Task<FoundPool> ReadAsync(long community, long now, CancellationToken cancellationToken)
    {
        var (pool, known) = await _agreed.ReadAsync(community, ContactKind.Introduction, now, cancellationToken);
        var names = await new IntroductionReader(session).NamesAsync(community, cancellationToken);
        var found = new FoundPool(pool, new IntroductionReasons(session, known, names), pool.Members.ToDictionary(member => member.Member));
        _pools[community] = (now, found);
        return found;
    }

    /// <summary>Somebody who asks for one introduction need not have opted in to others.</summary>
    private async Task<IntroductionCandidate?> CandidateAsync(FoundPool pool, long member, long now, CancellationToken cancellationToken)
    {
        if (pool.Members.TryGetValue(member, out var candidate))
        {
            return candidate;
        }

        var profiles = new ProfileStore(session);
        return await profiles.FindAsync(member, cancellationToken) is { } profile
            ? new IntroductionCandidate(member, profile, new WordCounts(), now)
            : null;
    }

    private static HashSet<uint> NumbersOf(string? about) => [.. WordsOf(about).Select(word => WordHash.Of(word))];

    private static List<string> WordsOf(string? about)
    {
        List<string> words = [];
        foreach (var word in new WordReader(about))
        {
            if (word.Kind == WordKind.Word)
            {
                words.Add(word.Word.ToString());
            }
        }

        return words;
    }

    private sealed record FoundPool(IntroductionPool Pool, IntroductionReasons Reasons, IReadOnlyDictionary<long, IntroductionCandidate> Members);
}
