namespace EngageBot.Profiles;

/// <summary>What a message adds to its author's profile.</summary>
internal static class ProfileLearner
{
    /// <param name="profile">The author's.</param>
    /// <param name="line">The message.</param>
    /// <param name="words">What it is about.</param>
    /// <param name="answered">What it answers, where that is known.</param>
    /// <param name="answers">Whether it answers something of another member.</param>
    /// <param name="counts">How common words are in the community.</param>
    public static void Learn(MemberProfile profile, ProfileLine line, ReadOnlySpan<uint> words, RecentLine? answered, bool answers, WordCounts counts)
    {
        profile.Write(line, words, counts);
        if (answers)
        {
            profile.Answer(line, answered is null ? [] : answered.Words, answered is { Asks: true }, counts);
        }
    }
}
