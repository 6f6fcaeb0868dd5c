namespace EngageBot.Stats;

/// <summary>How long the periods of a series are.</summary>
public enum PeriodLength
{
    Day,
    Week,
    Month,
}
