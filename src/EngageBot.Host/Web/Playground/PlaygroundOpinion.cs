namespace EngageBot.Host.Web.Playground;

/// <summary>What the bot thinks of a message, in words.</summary>
public sealed record PlaygroundOpinion(long Number, string Author, string Text, string Kind, string State, bool IsOpen)
{
    /// <summary>What it answers.</summary>
    public IReadOnlyList<PlaygroundReason> Links { get; init; } = [];

    public PlaygroundReason? Next { get; init; }

    public IReadOnlyList<PlaygroundReason> Done { get; init; } = [];
}
