namespace EngageBot.Simulation.Model;

/// <summary>The habits of one community, drawn by a seed.</summary>
internal sealed class Habits
{
    /// <summary>Newcomers who are answered post again: 56% against 44% (Joyce and Kraut 2006).</summary>
    public const double ReturnsAnswered = 0.56;

    public const double ReturnsUnanswered = 0.44;

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"];

    private readonly double[] _values;

    public Habits(long seed)
    {
        Seed = seed;
        _values = [.. Habit.All.Select(habit => habit.At(Chance.Of(seed, Drawn.Habit, (long)habit.Name)))];
    }

    public long Seed { get; }

    public int Members => (int)Math.Round(this[HabitName.Size]);

    public int Channels => (int)Math.Round(this[HabitName.Channels]);

    public int Topics => (int)Math.Round(this[HabitName.Topics]);

    /// <summary>Between one in one and a half days and fifteen a day.</summary>
    public double PostsPerDay => Math.Clamp(this[HabitName.PostsPerMember] * Members, 0.7, 15);

    /// <summary>A ping helps as much as a private ask, or more.</summary>
    public bool IsPingAsGood => this[HabitName.PingIsAsGood] < 0.25;

    /// <summary>The chance that a ping brings an answer, against that of one private ask; both of people who are not tired of it yet.</summary>
    public double PingRatio => IsPingAsGood ? 1 + (0.5 * this[HabitName.PingRatio]) : 0.2 + (0.8 * this[HabitName.PingRatio]);

    public bool HasThreads => this[HabitName.Threads] < 0.5;

    public bool HasPublicReplies => this[HabitName.PublicReply] < 0.2;

    public string Zone => Zones[(int)(this[HabitName.Zone] * Zones.Length)];

    /// <summary>The same community, of people whom no message annoys or tires.</summary>
    public Habits Untiring()
    {
        var untiring = new Habits(Seed);
        untiring._values[(int)HabitName.Irritation] = 0;
        untiring._values[(int)HabitName.Fatigue] = 0;
        return untiring;
    }

    public double this[HabitName name] => _values[(int)name];

    public override string ToString() => FormattableString.Invariant(
        $"{Members} members, {PostsPerDay:F1} posts a day, {this[HabitName.AnswerRate]:P0} answered, {this[HabitName.SignUp]:P0} sign up, take-up {this[HabitName.TakeUp]:P0}, ping {PingRatio:F2} of an ask, irritation {this[HabitName.Irritation]:P2}, half forgotten in {this[HabitName.Recovery]:F0} days, {(HasPublicReplies ? "replies" : "board")}");
}
