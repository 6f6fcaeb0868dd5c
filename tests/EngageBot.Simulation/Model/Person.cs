namespace EngageBot.Simulation.Model;

/// <summary>A member as he is, whichever bot there is.</summary>
internal sealed record Person
{
    private const int MinutesADay = 1_440;

    public required int Number { get; init; }

    public required bool IsNewcomer { get; init; }

    public required DateTimeOffset JoinsAt { get; init; }

    /// <summary>How much he answers, about 1 at the mean.</summary>
    public required double Activity { get; init; }

    /// <summary>What he knows about.</summary>
    public required IReadOnlySet<int> Topics { get; init; }

    /// <summary>How gladly he answers when asked, about 1 at the mean.</summary>
    public required double Willingness { get; init; }

    /// <summary>How easily he is annoyed, about 1 at the mean.</summary>
    public required double Touchiness { get; init; }

    /// <summary>When he gets up: minutes of the day, UTC.</summary>
    public required int WakesAt { get; init; }

    public required int AwakeMinutes { get; init; }

    /// <summary>When he would agree to be asked; null for never.</summary>
    public DateTimeOffset? SignsUpAt { get; init; }

    public string Name => $"m{Number:D3}";

    /// <summary>This moment where he is awake, else one in the first hour of his next day.</summary>
    /// <param name="place">Where in that hour, 0 to 1.</param>
    public DateTimeOffset Awake(DateTimeOffset moment, double place)
    {
        var sinceWaking = (((moment.UtcDateTime.TimeOfDay.TotalMinutes - WakesAt) % MinutesADay) + MinutesADay) % MinutesADay;
        return sinceWaking < AwakeMinutes ? moment : moment.AddMinutes(MinutesADay - sinceWaking + (place * 60));
    }

    /// <summary>A moment of a day at which he is awake.</summary>
    /// <param name="day">Midnight, UTC.</param>
    public DateTimeOffset During(DateTimeOffset day, double place) => day.AddMinutes(WakesAt + (place * AwakeMinutes));
}
