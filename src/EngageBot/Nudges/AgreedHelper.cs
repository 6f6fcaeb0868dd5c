namespace EngageBot.Nudges;

/// <summary>A member who agreed to be asked.</summary>
/// <param name="LastSeenAt">When he last wrote or agreed, unix milliseconds.</param>
/// <param name="WasAsked">About the post in question.</param>
/// <param name="Greets">He chose to answer newcomers.</param>
internal readonly record struct AgreedHelper(long Member, long LastSeenAt, bool WasAsked, bool Greets)
{
    /// <summary>What he likes to be asked about, in his own words; null where he said nothing of it.</summary>
    public string? Topics { get; init; }
}
