using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary>What is proposed to those who set the bot up, by the size of their community.</summary>
internal static class SetupPolicy
{
    private const long Small = 100;
    private const long Large = 10_000;
    private const int MostSuggested = 8;

    /// <summary>With fewer posts a share says nothing.</summary>
    private const int FewestPosts = 3;

    private static readonly string[] Helping =
    [
        "help", "support", "question", "ask", "troubleshoot", "forum", "intro", "welcome", "newcomer", "beginner",
        "hilfe", "frage", "vorstell", "ayuda", "pregunta", "aide", "entraide", "ajuda", "duvida", "dúvida", "質問", "相談", "自己紹介",
    ];

    /// <summary>The channels to watch; empty for all that everybody can read.</summary>
    /// <param name="people">How many people there are.</param>
    /// <param name="channels">All that everybody can read.</param>
    public static IReadOnlyList<ChannelShare> Watch(long people, IReadOnlyList<ChannelShare> channels)
    {
        if (people <= Small)
        {
            return [];
        }

        var helping = channels.Where(IsHelping);
        var waiting = channels.Where(channel => people <= Large && channel.Posts >= FewestPosts && channel.Unanswered > 0).OrderByDescending(channel => channel.Unanswered);
        return [.. waiting.Concat(helping).DistinctBy(channel => channel.Key).Take(MostSuggested)];
    }

    private static bool IsHelping(ChannelShare channel) => Helping.Any(word => channel.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
