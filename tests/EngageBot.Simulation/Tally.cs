using EngageBot.Simulation.Bots;
using EngageBot.Simulation.Model;

namespace EngageBot.Simulation;

/// <summary>What came of one bot in one community, of the posts that are measured.</summary>
internal sealed record Tally
{
    public required int Posts { get; init; }

    /// <summary>Within 48 hours.</summary>
    public required int Answered { get; init; }

    public required int Private { get; init; }

    /// <summary>New messages that everybody can read, and posts put on a board that stood already: each counts as a message, though the latter notify nobody.</summary>
    public required int Public { get; init; }

    public required int Notified { get; init; }

    /// <summary>Members whom the bot drove away.</summary>
    public required int Left { get; init; }

    /// <summary>Members who silenced it, those who left not counted.</summary>
    public required int Silenced { get; init; }

    public required int Newcomers { get; init; }

    /// <summary>Newcomers who did not come back.</summary>
    public required int StayedAway { get; init; }

    /// <summary>How many agreed to be asked.</summary>
    public required int Helpers { get; init; }

    /// <summary>Of the posts, by the numbers under which they were planned: whether they were answered within 48 hours.</summary>
    public required IReadOnlyDictionary<int, bool> Outcomes { get; init; }

    public double Share => Posts == 0 ? 0 : (double)Answered / Posts;

    public int Messages => Private + Public;

    public int Lost => Left + StayedAway;

    /// <summary>How many more were answered, of the posts that were written both times.</summary>
    public int AnsweredMoreThan(Tally other) =>
        Outcomes.Sum(outcome => other.Outcomes.TryGetValue(outcome.Key, out var before) ? (outcome.Value ? 1 : 0) - (before ? 1 : 0) : 0);

    public static Tally Of(World world, Said said)
    {
        var posts = world.Posts.Where(post => Span.IsMeasured(post.At)).ToList();
        var newcomers = posts.Where(post => post.Plan.IsFirst).Select(post => world.Residents[post.Plan.Author.Number]).ToList();
        return new Tally
        {
            Posts = posts.Count,
            Answered = posts.Count(post => post.IsAnsweredInTime),
            Outcomes = posts.ToDictionary(post => post.Plan.Number, post => post.IsAnsweredInTime),
            Private = said.Private,
            Public = said.Public + said.PutOnBoard,
            Notified = said.Notified,
            Left = world.Residents.Count(resident => resident.HasLeft),
            Silenced = world.Residents.Count(resident => resident is { HasSilenced: true, HasLeft: false }),
            Newcomers = newcomers.Count,
            StayedAway = newcomers.Count(newcomer => newcomer.StayedAway),
            Helpers = world.Residents.Count(resident => resident.Person.SignsUpAt is not null),
        };
    }
}
