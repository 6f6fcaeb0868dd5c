namespace EngageBot.Outcomes;

/// <summary>From where to where something lies, in nineteen of twenty cases.</summary>
internal readonly record struct Interval(double Lower, double Upper)
{
    public double Width => Upper - Lower;

    public bool Contains(double value) => value >= Lower && value <= Upper;
}
