namespace EngageBot.Onboarding;

/// <summary>Whether so many are new at once that nothing is sent.</summary>
internal static class RaidPolicy
{
    private const int TimesUsual = 5;
    private const int UsualDays = 30;
    private const int MostPosts = 10;

    /// <summary>Fewer people are no crowd, however few usually come.</summary>
    private const int FewestJoins = 10;

    /// <summary>A crowd is over when nothing of the kind was seen for so long.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromHours(1);

    public static RaidReason Of(RaidFacts facts) =>
        facts.PostsInHour > MostPosts ? RaidReason.Posts
        : facts.JoinedInDay >= FewestJoins && facts.JoinedInDay * UsualDays > facts.JoinedBefore * TimesUsual ? RaidReason.Joins
        : RaidReason.None;
}
