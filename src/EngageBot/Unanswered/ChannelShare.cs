namespace EngageBot.Unanswered;

/// <summary>A channel that everybody can read, and how its posts fared that invite a reply.</summary>
/// <param name="Id">The platform's own.</param>
/// <param name="Posts">Those of 30 days that are old enough to judge.</param>
/// <param name="Unanswered">Those of them to which nobody replied.</param>
internal sealed record ChannelShare(long Key, string Name, string Id, long Posts, long Unanswered)
{
    /// <summary>In percent; null where there is nothing to judge by.</summary>
    public int? Percent => Posts == 0 ? null : (int)Math.Round(100.0 * Unanswered / Posts, MidpointRounding.AwayFromZero);
}
