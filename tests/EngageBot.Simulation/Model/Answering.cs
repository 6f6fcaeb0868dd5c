namespace EngageBot.Simulation.Model;

/// <summary>
/// Who answers what, how likely and how late. Each member answers by himself or not: the chances of all together give the community's share of answered posts, split
/// among them by how much each answers and what he knows about.
/// </summary>
internal sealed class Answering
{
    private const int Quantiles = 200;

    private readonly Habits _habits;
    private readonly double[] _shares;
    private readonly double _byItself;
    private readonly double _asked;
    private readonly double _pinged;
    private readonly double _spread;

    public Answering(Habits habits, Cast cast)
    {
        _habits = habits;
        _shares = [.. Enumerable.Range(0, habits.Topics).Select(topic => cast.People.Where(person => !person.IsNewcomer).Sum(person => person.Activity * Pull(person, topic)))];
        _byItself = HazardFor(habits[HabitName.AnswerRate], habits[HabitName.Hardness]);
        _asked = -Math.Log(1 - habits[HabitName.TakeUp]);
        _pinged = -Math.Log(1 - Math.Min(0.95, habits[HabitName.TakeUp] * habits.PingRatio));
        _spread = Math.Log(60 / habits[HabitName.TypicalDelay]) / Chance.Deviate(habits[HabitName.WithinHour]);
    }

    /// <summary>The chance that somebody answers a post because he saw it.</summary>
    public double ByItself(Person person, PlannedPost post) => Chances(_byItself * Share(person, post) * post.Ease);

    /// <summary>The chance that somebody answers because he was asked in private.</summary>
    /// <param name="freshness">1 where he was not asked lately.</param>
    public double Asked(Person person, PlannedPost post, double freshness) =>
        Chances(_asked * person.Willingness * Pull(person, post.Topic) / _habits[HabitName.TopicPull] * post.Ease * freshness);

    /// <summary>The chance that somebody answers because everybody was pinged.</summary>
    public double Pinged(Person person, PlannedPost post, double freshness) => Chances(_pinged * Share(person, post) * post.Ease * freshness);

    /// <summary>The chance that somebody answers what he saw on the waiting board.</summary>
    public double OnBoard(Person person, PlannedPost post) =>
        Chances(_asked * person.Willingness * Pull(person, post.Topic) / _habits[HabitName.TopicPull] * post.Ease * _habits[HabitName.BoardPull]);

    /// <summary>The chance that somebody answers because the bot replied under a post.</summary>
    public double UnderReply(Person person, PlannedPost post) => Chances(_pinged * Share(person, post) * post.Ease * _habits[HabitName.ReplyPull]);

    /// <summary>When somebody answers who saw something at a moment.</summary>
    public DateTimeOffset After(DateTimeOffset seen, Person person, PlannedPost post, Drawn drawn)
    {
        var minutes = _habits[HabitName.TypicalDelay] * Math.Exp(_spread * Chance.Normal(_habits.Seed, drawn, person.Number, post.Number));
        return person.Awake(person.Awake(seen, Place(person, post)).AddMinutes(minutes), Place(person, post));
    }

    private double Place(Person person, PlannedPost post) => Chance.Of(_habits.Seed, Drawn.LookTime, person.Number, post.Number);

    private double Share(Person person, PlannedPost post) => person.Activity * Pull(person, post.Topic) / _shares[post.Topic];

    private double Pull(Person person, int topic) => person.Topics.Contains(topic) ? _habits[HabitName.TopicPull] : 1;

    private static double Chances(double hazard) => 1 - Math.Exp(-hazard);

    /// <summary>The strength at which a share of all posts is answered, easy and hard ones together.</summary>
    private static double HazardFor(double share, double hardness)
    {
        double[] eases = [.. Enumerable.Range(0, Quantiles).Select(place => Math.Exp((hardness * DeviateAt((place + 0.5) / Quantiles)) - (hardness * hardness / 2)))];
        var (low, high) = (0.0, 100.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = eases.Average(ease => Chances(middle * ease)) < share ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double DeviateAt(double share) => share >= 0.5 ? Chance.Deviate(share) : -Chance.Deviate(1 - share);
}
