using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;

namespace EngageBot.Introductions.Rounds;

/// <summary>Makes the groups of a round whose time has come, in one transaction: after a crash there are either all of them or none.</summary>
internal sealed class RoundMaker(WriteSession session, RulesBook rules, RoundStore store)
{
    private readonly IntroductionStore _introductions = new(session);
    private readonly AgreedPool _agreed = new(session);
    private readonly RoundPairs _pairs = new(session);
    private readonly RoundGroups _groups = new(session, rules);

    public async Task MakeAsync(StoredRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (introductions, leftOut) = await PlanAsync(round, now, cancellationToken);
        await session.BeginAsync(cancellationToken);
        foreach (var introduction in introductions)
        {
            await _introductions.AddAsync(introduction, now.ToUnixTimeMilliseconds(), cancellationToken);
        }

        foreach (var member in leftOut)
        {
            await store.LeaveOutAsync(round.Id, member, cancellationToken);
        }

        await store.SetStateAsync(round.Id, RoundState.Held, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<(IReadOnlyList<NewIntroduction> Introductions, IReadOnlyList<long> LeftOut)> PlanAsync(StoredRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var (pool, known) = await _agreed.ReadAsync(round.Community, ContactKind.Round, at, cancellationToken);
        var reasons = new IntroductionReasons(session, known, await new IntroductionReader(session).NamesAsync(round.Community, cancellationToken));
        var scores = new RoundScores(pool.Members, known);
        var request = await RequestAsync(round, known, now, cancellationToken);
        var plan = round.IsPerInterest
            ? RoundInterests.Match(request, scores.InterestOf, scores.Of, cancellationToken)
            : RoundMatcher.Match(request, scores.Of, progress: null, cancellationToken);
        List<NewIntroduction> introductions = [];
        List<long> leftOut = [.. plan.LeftOut];
        foreach (var group in plan.Groups)
        {
            if (await _groups.IntroduceAsync(round, group, scores.KnownOf(group.Members), reasons, at, cancellationToken) is { } introduction)
            {
                introductions.Add(introduction);
            }
            else
            {
                leftOut.AddRange(group.Members);
            }
        }

        return (introductions, leftOut);
    }

    /// <summary>Who have been seen talking meet others first, as do those who say that they know each other.</summary>
    private async Task<RoundRequest> RequestAsync(StoredRound round, Acquaintance known, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        Members = [.. round.People.Where(person => person.TakesPart).Select(person => new RoundMember(person.Member, PausedUntil: person.PausedUntil))],
        GroupSize = round.GroupSize,
        At = now,
        Seed = (ulong)round.Id,
        Never = await _pairs.NeverAsync(round.Id, cancellationToken),
        Met =
        [
            .. await _pairs.MetAsync(round.Community, round.Id, cancellationToken),
            .. known.Pairs().Select(pair => new RoundMeeting(pair.One, pair.Other, RoundPairs.LongAgo)),
        ],
    };
}
