using EngageBot.Nudges;

namespace EngageBot.Dashboard;

/// <summary>Something that would have been said about a post.</summary>
/// <param name="People">So many would have been asked; 0 for what is shown to everybody.</param>
public sealed record PreviewLine(DateTimeOffset At, NudgeStep Step, int People, PreviewChange Change)
{
    /// <summary>Null where the moderator cannot read it: then nothing of the post is told.</summary>
    public string? Channel { get; init; }

    /// <summary>The beginning of the post; null where it is not kept, or not for him.</summary>
    public string? Text { get; init; }

    /// <summary>Where members read it; null where there is no such address, or not for him.</summary>
    public Uri? Link { get; init; }
}
