namespace EngageBot.Communities;

/// <summary>For how long what people wrote is kept. Afterwards counts, links, sketches and topic weights stay, and the words are gone.</summary>
/// <param name="Days">By the operator's choice, <see cref="Least"/> to <see cref="Most"/>.</param>
public sealed record TextRetention(int Days = TextRetention.Usual)
{
    public const int Usual = 14;

    /// <summary>A post can be open for two days, and what was said about it is changed when it is answered.</summary>
    public const int Least = 3;

    public const int Most = 90;

    /// <summary>A post is looked at once more when it is left in peace.</summary>
    private static readonly TimeSpan AfterRest = TimeSpan.FromDays(1);

    /// <summary>What was said about posts is watched for some days after these are left in peace.</summary>
    private static readonly TimeSpan AfterLook = TimeSpan.FromDays(8);

    /// <summary>In a community with these rules: never shorter than a post can be open there.</summary>
    public TimeSpan Of(CommunityRules rules) => Longer(rules.RestAfter + AfterRest);

    /// <summary>The same in whole days, as people are told.</summary>
    public int DaysIn(CommunityRules rules) => (int)Math.Ceiling(Of(rules).TotalDays);

    /// <summary>For what the bot itself said.</summary>
    /// <param name="rest">The longest time for which a post can be open in any community.</param>
    public TimeSpan OfSaid(TimeSpan rest) => Longer(rest + AfterLook);

    private TimeSpan Longer(TimeSpan open) => TimeSpan.FromDays(Days) is var chosen && chosen > open ? chosen : open;
}
