using EngageBot.Nudges;

namespace EngageBot.SelfPromotion;

/// <summary>Which replies count for a member: each to a different person, no near copy of his others, and more than a greeting or bare praise.</summary>
internal static class BalancePolicy
{
    /// <param name="replies">In the order in which he gave them. What is not kept any more counts for him.</param>
    /// <param name="passedOn">Those whose work he passed on: that counts as well.</param>
    /// <returns>How many different people he answered, or spoke for.</returns>
    public static int Answered(IEnumerable<GivenReply> replies, IEnumerable<long> passedOn)
    {
        HashSet<long> people = [.. passedOn];
        HashSet<string> texts = new(StringComparer.OrdinalIgnoreCase);
        List<long> sketches = [];
        foreach (var (to, text) in replies)
        {
            if (text is null || (!Courtesy.IsAll(text) && IsNew(text, texts, sketches)))
            {
                people.Add(to);
            }
        }

        return people.Count;
    }

    private static bool IsNew(string text, HashSet<string> texts, List<long> sketches)
    {
        if (TextSketch.Of(text) is not { } sketch)
        {
            return texts.Add(text.Trim()); // Too short to be a near copy: it is one or not.
        }

        if (sketches.Exists(other => TextSketch.IsNear(other, sketch)))
        {
            return false;
        }

        sketches.Add(sketch);
        return true;
    }
}
