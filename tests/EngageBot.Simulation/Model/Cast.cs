namespace EngageBot.Simulation.Model;

/// <summary>Who is in a community and what will be posted there: the same for all bots.</summary>
internal sealed class Cast
{
    /// <summary>Newcomers answer less than those who know their way about.</summary>
    private const double NewcomersActivity = 0.3;

    private readonly Habits _habits;
    private readonly long _seed;

    public Cast(Habits habits)
    {
        (_habits, _seed) = (habits, habits.Seed);
        People = [.. Enumerable.Range(0, habits.Members).Select(number => Make(number, joinsAt: null)), .. Newcomers()];
        Posts = [.. Planned().OrderBy(post => post.At).ThenBy(post => post.Author.Number).Select((post, number) => post with { Number = number, Ease = EaseOf(number) })];
    }

    /// <summary>By their numbers.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>By their numbers, which are in the order of time.</summary>
    public IReadOnlyList<PlannedPost> Posts { get; }

    private IEnumerable<Person> Newcomers()
    {
        var number = _habits.Members;
        for (var day = 0; day < Span.Days; day++)
        {
            for (var place = 0; place < 3; place++)
            {
                if (Chance.Of(_seed, Drawn.Joins, day, place) < _habits[HabitName.Newcomers] * _habits.Members / 7 / 3)
                {
                    yield return Make(number++, Span.Start.AddDays(day));
                }
            }
        }
    }

    private Person Make(int number, DateTimeOffset? joinsAt)
    {
        var activity = Chance.Around1(_habits[HabitName.AnswererSpread], _seed, Drawn.Activity, number) * (joinsAt is null ? 1 : NewcomersActivity);
        var from = joinsAt ?? Span.Live;
        var signsUp = Chance.Of(_seed, Drawn.SignUp, number) < Math.Min(0.95, _habits[HabitName.SignUp] * Math.Sqrt(activity));
        var after = TimeSpan.FromDays((joinsAt is null ? 0 : 4) - (3 * Math.Log(1 - Chance.Of(_seed, Drawn.SignUp, number, 1))));
        var person = new Person
        {
            Number = number,
            IsNewcomer = joinsAt is not null,
            JoinsAt = joinsAt ?? Span.Start.AddDays(-100 - number),
            Activity = activity,
            Topics = TopicsOf(number),
            Willingness = Chance.Around1(0.5, _seed, Drawn.Willingness, number),
            Touchiness = Chance.Around1(0.7, _seed, Drawn.Tolerance, number),
            WakesAt = WakesAt(number),
            AwakeMinutes = (int)(60 * (15 + (2 * Chance.Of(_seed, Drawn.Hours, number, 2)))),
        };
        return person with { SignsUpAt = signsUp ? person.Awake((from > Span.Live ? from : Span.Live) + after, Chance.Of(_seed, Drawn.SignUp, number, 2)) : null };
    }

    /// <summary>Seven or eight in the community's zone; one in ten lives elsewhere, or by night.</summary>
    private int WakesAt(int number)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(_habits.Zone).GetUtcOffset(Span.Start).TotalMinutes;
        var local = Chance.Of(_seed, Drawn.Hours, number, 1) < 0.1 ? 1_440 * Chance.Of(_seed, Drawn.Hours, number, 3) : 450 + (60 * Chance.Normal(_seed, Drawn.Hours, number));
        return (int)((((local - offset) % 1_440) + 1_440) % 1_440);
    }

    private HashSet<int> TopicsOf(int number)
    {
        var many = 1 + (int)(3 * Chance.Of(_seed, Drawn.Topics, number));
        return [.. Enumerable.Range(1, many).Select(place => (int)(_habits.Topics * Chance.Of(_seed, Drawn.Topics, number, place)))];
    }

    /// <summary>At most one post of a member on a day. A newcomer's others come only when it is known whether he came back.</summary>
    private IEnumerable<PlannedPost> Planned()
    {
        var perDay = _habits.PostsPerDay / _habits.Members;
        foreach (var person in People)
        {
            var rate = Math.Min(0.9, perDay * Chance.Around1(1, _seed, Drawn.Posting, person.Number));
            for (var day = 0; day < Span.Days; day++)
            {
                var date = Span.Start.AddDays(day);
                var isFirst = person.IsNewcomer && date == person.JoinsAt;
                var isLater = !person.IsNewcomer || date >= person.JoinsAt.AddDays(4);
                if (isFirst || (isLater && Chance.Of(_seed, Drawn.PostDay, person.Number, day) < rate))
                {
                    yield return new PlannedPost(0, person, person.During(date, Chance.Of(_seed, Drawn.PostTime, person.Number, day)), Topic(person, day), Ease: 1) { IsFirst = isFirst };
                }
            }
        }
    }

    private int Topic(Person person, int day) => (int)(_habits.Topics * Chance.Of(_seed, Drawn.PostTopic, person.Number, day));

    private double EaseOf(int post) => Chance.Around1(_habits[HabitName.Hardness], _seed, Drawn.PostHardness, post);
}
