using EngageBot.Introductions.Rounds;
using EngageBot.TestKit.Rounds;

namespace EngageBot.Tests.Introductions.Rounds;

public sealed class RoundMatcherTests
{
    [Theory]
    [InlineData(2), InlineData(3), InlineData(4)]
    public void A_small_round_is_within_three_hundredths_of_the_best(int size)
    {
        foreach (var people in (int[])[4, 5, 7, 8, 9, 10, 11, 12, 13])
        {
            AssertNearBest(people, size);
        }
    }

    [Theory]
    [InlineData(300, 1), InlineData(200, 2), InlineData(60, 3)]
    public void A_round_of_pairs_is_within_three_hundredths_of_what_none_can_exceed(int people, int seed)
    {
        foreach (var score in (Func<long, long, double>[])[MadeRound.Scores(people, seed), HeavyTailed(seed)])
        {
            var bound = RoundBound.OfPairs(people, score);
            Assert.InRange(Match(Request(people, 2), score).Score, bound * 0.97, bound * 1.000_001);
        }
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(4)]
    public void Groups_that_were_made_for_each_other_are_found(int size)
    {
        var noise = Even(7);
        double Score(long one, long other) => (one / size == other / size ? 3 : 0) + noise(one, other);
        var made = Enumerable.Range(0, 240 / size).Sum(group => Worth([.. Enumerable.Range(group * size, size).Select(member => (long)member)], Score));
        Assert.InRange(Match(Request(240, size), Score).Score, made * 0.97, double.MaxValue);
    }

    [Theory]
    [InlineData(1, 5, 3, 2), InlineData(9, 5, 3, 1), InlineData(2, 3, 8, 3)]
    public void Where_all_have_met_those_who_met_longest_ago_meet_again(int with1, int with2, int with3, int again)
    {
        RoundMeeting[] met = [new(0, 1, with1), new(2, 3, with1), new(2, 0, with2), new(1, 3, with2), new(0, 3, with3), new(1, 2, with3)];
        var plan = Match(Request(4, 2) with { Met = met }, (one, other) => one + other == with1 ? 1 : 0);
        Assert.Contains((0L, (long)again), Pairs(plan));
    }

    [Fact]
    public void One_repeat_is_chosen_before_two_however_old()
    {
        RoundMeeting[] met = [new(0, 1, 1), new(0, 2, 50), new(1, 3, 50), new(0, 3, 50), new(1, 2, 50)];
        Assert.Contains((0L, 1L), Pairs(Match(Request(4, 2) with { Met = met }, (_, _) => 0)));
    }

    [Fact]
    public void Rounds_repeat_no_pair_while_others_remain_and_then_the_oldest()
    {
        foreach (var (people, size) in ((int, int)[])[(8, 2), (9, 3), (11, 2)])
        {
            List<RoundMeeting> met = [];
            for (var round = 0; round < 12; round++)
            {
                var request = Request(people, size, (ulong)round) with { Met = [.. met] };
                var (plan, weights) = (Match(request, Even(1)), Weights(request, Even(1)));
                Assert.Equal(ExactRounds.Best(weights, RoundPolicy.Sizes(people, size)), ExactRounds.Worth(plan, weights, Keys(people)));
                met = [.. met.Select(meeting => meeting with { RoundsAgo = meeting.RoundsAgo + 1 }), .. Pairs(plan).Select(pair => new RoundMeeting(pair.One, pair.Other, 1))];
            }
        }
    }

    [Fact]
    public void In_the_first_rounds_of_a_hundred_nobody_meets_anybody_twice()
    {
        HashSet<(long, long)> met = [];
        for (var round = 0; round < 10; round++)
        {
            var request = Request(100, 3) with { Met = [.. met.Select(pair => new RoundMeeting(pair.Item2, pair.Item1, 3))] };
            Assert.All(Pairs(Match(request, Even(1))), pair => Assert.True(met.Add(pair), $"{pair} in round {round}"));
        }
    }

    [Fact]
    public void Who_must_not_meet_does_not_even_where_that_leaves_somebody_over()
    {
        var three = Match(Request(3, 2) with { Never = [(0, 1)] }, Even(1));
        Assert.DoesNotContain((0, 1), Pairs(three));
        Assert.Equal((1, 1), (three.Groups.Count, three.LeftOut.Count));

        var two = Match(Request(2, 2) with { Never = [(1, 0)] }, Even(1));
        Assert.Empty(two.Groups);
        Assert.Equal([0, 1], two.LeftOut);
    }

    [Fact]
    public void Somebody_kept_from_all_but_one_is_put_with_that_one()
    {
        var plan = Match(Request(10, 2) with { Never = [.. Enumerable.Range(1, 8).Select(other => (0L, (long)other))] }, Even(3));
        Assert.Contains((0L, 9L), Pairs(plan));
        Assert.Empty(plan.LeftOut);
    }

    /// <summary>Whoever may not meet, skips or has met: everybody has company or none that he may have, and nobody has forbidden company.</summary>
    [Fact]
    public void Whatever_is_asked_for_nobody_is_lost_alone_or_with_somebody_he_must_not_meet()
    {
        var random = new Random(11);
        for (var time = 0; time < 150; time++)
        {
            var (people, size) = (random.Next(0, 14), random.Next(2, 5));
            (long, long)[] never = [.. Enumerable.Range(0, random.Next(people * 2 + 1)).Select(_ => ((long)random.Next(14), (long)random.Next(14)))];
            var request = Request(people, size, (ulong)time) with { Never = never, Met = [.. never.Select(pair => new RoundMeeting(pair.Item1, pair.Item2 + 1, 1))] };
            var plan = Match(request, HeavyTailed(time));

            Assert.Equal(Keys(people), plan.Groups.SelectMany(group => group.Members).Concat(plan.LeftOut).Order());
            Assert.All(plan.Groups, group => Assert.InRange(group.Members.Count, Math.Min(people, 2), size + 1));
            Assert.Empty(Pairs(plan).Intersect(never.Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)))));
            Assert.All(
                from one in plan.LeftOut from other in plan.LeftOut where one < other select (one, other),
                pair => Assert.True(never.Contains(pair) || never.Contains((pair.other, pair.one)), "two who may meet were left out"));
        }
    }

    [Fact]
    public void A_large_round_is_dealt_into_parts_with_one_odd_group_at_most()
    {
        var plan = Match(Request(1_201, 3), Even(1));
        Assert.Equal(Keys(1_201), plan.Groups.SelectMany(group => group.Members).Order());
        Assert.Single(plan.Groups, group => group.Members.Count != 3);
        Assert.Empty(plan.LeftOut);
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups_in_whatever_order_members_come()
    {
        var request = Request(31, 3);
        var turned = request with { Members = [.. request.Members.Reverse()] };
        Assert.Equal(Pairs(Match(request, HeavyTailed(1))), Pairs(Match(turned, HeavyTailed(1))));
    }

    [Fact]
    public void It_stops_when_told_and_says_how_far_it_is()
    {
        using var stop = new CancellationTokenSource();
        List<double> told = [];
        Assert.Throws<OperationCanceledException>(() => RoundMatcher.Match(Request(50, 2), Even(1), new Stopper(told, stop), stop.Token));
        Assert.InRange(told[^1], 0.5, 0.6);
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public void Scores_that_are_no_numbers_or_all_alike_hurt_nothing()
    {
        Assert.Equal(5, Match(Request(10, 2), (_, _) => 0).Groups.Count);
        Assert.Equal(5, Match(Request(10, 2), (one, other) => (one + other) % 3 == 0 ? double.NaN : double.PositiveInfinity).Groups.Count);
        Assert.Equal(5, Match(Request(10, 2), (_, _) => -4).Groups.Count);
    }

    private static void AssertNearBest(int people, int size)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var request = Request(people, size, (ulong)seed);
            var score = seed % 2 == 0 ? Even(seed) : HeavyTailed(seed);
            var weights = Weights(request, score);
            var best = ExactRounds.Best(weights, RoundPolicy.Sizes(people, size));
            Assert.InRange(ExactRounds.Worth(Match(request, score), weights, Keys(people)), best * 0.97, best);
        }
    }

    private static RoundRequest Request(int people, int size, ulong seed = 1) => new()
    {
        Members = [.. Keys(people).Select(key => new RoundMember(key))],
        GroupSize = size,
        At = DateTimeOffset.UnixEpoch,
        Seed = seed,
    };

    private static long[] Keys(int people) => [.. Enumerable.Range(0, people).Select(member => (long)member)];

    private static RoundPlan Match(RoundRequest request, Func<long, long, double> score) => RoundMatcher.Match(request, score, progress: null, CancellationToken.None);

    private static RoundWeights Weights(RoundRequest request, Func<long, long, double> score) => RoundWeights.Of(Keys(request.Members.Count), request, score, CancellationToken.None);

    private static IEnumerable<(long One, long Other)> Pairs(RoundPlan plan) =>
        from @group in plan.Groups from one in @group.Members from other in @group.Members where one < other select (one, other);

    private static double Worth(long[] members, Func<long, long, double> score) => (from one in members from other in members where one < other select score(one, other)).Sum();

    /// <summary>From 0 to 1, the same for a pair both ways.</summary>
    private static Func<long, long, double> Even(int seed) =>
        (one, other) => (new StableRandom((ulong)((seed * 1_000_003) + (Math.Min(one, other) * 10_007) + Math.Max(one, other))).Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>Few who fit well, many who hardly do.</summary>
    private static Func<long, long, double> HeavyTailed(int seed)
    {
        var even = Even(seed);
        return (one, other) => Math.Pow(1 - even(one, other), -0.4) - 1;
    }

    private sealed class Stopper(List<double> told, CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value)
        {
            told.Add(value);
            if (value >= 0.5)
            {
                stop.Cancel();
            }
        }
    }
}
