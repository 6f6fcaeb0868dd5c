using EngageBot.Stats.Asking;

namespace EngageBot.Stats.Own;

/// <summary>What a member is told of himself besides his own numbers.</summary>
internal static class OwnPolicy
{
    /// <summary>
    /// The community's median, only for who is below it: shown the median, those below raised their activity fivefold, and those above lowered theirs (Chen 2010). Null for nothing.
    /// </summary>
    /// <param name="median">Of replies given; null where it is not known.</param>
    /// <param name="people">So many it is made of: of fewer than five nothing is said.</param>
    public static int? MedianFor(int given, int? median, int people) => people >= StatsTexts.FewestPeople && median is { } usual && given < usual ? usual : null;

    /// <summary>Whether people are shown to him: on Slack figures about people are told of groups of five or more.</summary>
    public static bool ShowsContacts(int contacts, bool hidesFew) => contacts > 0 && (!hidesFew || contacts >= StatsTexts.FewestPeople);
}
