using EngageBot.Outcomes;

namespace EngageBot.Stats.Asking;

/// <summary>What the bot did and what came of it.</summary>
/// <param name="Asks">Private messages by which members were asked to look at a post, now and before.</param>
/// <param name="Effect">Of asking, against the hold-out, over 90 days; null where figures are about one channel: there are too few.</param>
internal sealed record ActionFigures((int Now, int Before) Asks, EffectEstimate? Effect)
{
    /// <summary>Null where figures are about one channel: introductions are of none.</summary>
    public (IntroductionFigures Now, IntroductionFigures Before)? Introductions { get; init; }

    /// <summary>Somebody said that something came of an introduction.</summary>
    public bool HasConfirmed => Introductions is var (now, before) && now.Confirmed + before.Confirmed > 0;

    /// <summary>The names of those who hold most people together; none where they are not to be shown.</summary>
    public IReadOnlyList<string> Connectors { get; init; } = [];
}
