using EngageBot.Chat;

namespace EngageBot.Nudges;

/// <summary>How many others are asked about a post in place of those who could not be, or did not want to.</summary>
internal static class AskPolicy
{
    /// <param name="asked">Everybody who was asked about the post: his place, and what came of it.</param>
    /// <param name="firstInstead">Places from here on are of those asked in place of others.</param>
    /// <param name="most">In all.</param>
    public static int Owed(IReadOnlyList<(int Place, AskAnswer? Answer)> asked, int firstInstead, int most)
    {
        if (asked.Any(one => one.Answer == AskAnswer.NotNeeded))
        {
            return 0;
        }

        var missed = asked.Count(one => one.Answer == AskAnswer.NotDelivered);
        var declined = asked.Any(one => one.Answer is AskAnswer.NotForMe or AskAnswer.Stop) ? 1 : 0;
        return Math.Min(missed + declined, most) - asked.Count(one => one.Place >= firstInstead);
    }
}
