namespace EngageBot.Nudges;

/// <summary>Something that the bot would say about a post.</summary>
/// <param name="Community">The key of the community.</param>
/// <param name="Post">The key of the post.</param>
/// <param name="Place">Counts those asked in one step, from 0.</param>
/// <param name="Member">Who is asked; null for nobody in particular.</param>
/// <param name="At">When, unix milliseconds.</param>
/// <param name="Reason">Why, in words that a member understands; names nobody.</param>
internal sealed record Nudge(long Community, long Post, NudgeStep Step, int Place, long? Member, long At, string Reason)
{
    /// <summary>What somebody who agreed is told of why him: words, empty where he answers in the channel, null where he only agreed; <see cref="AskTexts.Greeting"/> where he chose to greet newcomers, <see cref="AskTexts.Named"/> before words that he named himself.</summary>
    public string? Topics { get; init; }
}
