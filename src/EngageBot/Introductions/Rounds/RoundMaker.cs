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
    private readonly ShownPosts _posts = new(session, rules);

    public async Task MakeAsync(StoredRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(round, now, cancellationToken);
        await session.BeginAsync(cancellationToken);
        foreach (var group in plan.Groups)
        {
            await AddAsync(round, group, now.ToUnixTimeMilliseconds(), cancellationToken);
        }

        foreach (var member in plan.LeftOut)
        {
            await store.LeaveOutAsync(round.Id, member, cancellationToken);
        }

        await store.SetStateAsync(round.Id, RoundState.Held, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<RoundPlan> PlanAsync(StoredRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (pool, known) = await _agreed.ReadAsync(round.Community, ContactKind.Round, now.ToUnixTimeMilliseconds(), cancellationToken);
        var (members, crowds) = (pool.Members.ToDictionary(member => member.Member), ChannelCrowds.Of(pool.Members));
        var request = new RoundRequest
        {
            Members = [.. round.People.Where(person => person.TakesPart).Select(person => new RoundMember(person.Member, PausedUntil: person.PausedUntil))],
            GroupSize = round.GroupSize,
            At = now,
            Seed = (ulong)round.Id,
            Never = await _pairs.NeverAsync(round.Id, cancellationToken),
            Met = await _pairs.MetAsync(round.Community, round.Id, cancellationToken),
        };
        return !round.IsPerInterest ? RoundMatcher.Match(request, Score, progress: null, cancellationToken)
            : RoundInterests.Match(request, member => members.TryGetValue(member, out var known) ? crowds.MainOf(known) : null, Score, cancellationToken);

        double Score(long one, long other) =>
            members.TryGetValue(one, out var first) && members.TryGetValue(other, out var second) ? IntroductionPolicy.Mutual(first, second, known, crowds) : 0;
    }

    private async Task AddAsync(StoredRound round, RoundGroup group, long now, CancellationToken cancellationToken)
    {
        if (await _posts.ChannelAsync(round.Community, group.Members[0], group.Members[1], now, cancellationToken) is not { } channel)
        {
            foreach (var member in group.Members)
            {
                await store.LeaveOutAsync(round.Id, member, cancellationToken);
            }

            return;
        }

        List<(long, long?, bool)> people = [];
        foreach (var member in group.Members)
        {
            people.Add((member, await _posts.OfAsync(round.Community, member, [], cancellationToken), true));
        }

        await _introductions.AddAsync(
            new NewIntroduction { Community = round.Community, Occasion = IntroductionOccasion.Round, Round = round.Id, Channel = channel, People = people }, now, cancellationToken);
    }
}
