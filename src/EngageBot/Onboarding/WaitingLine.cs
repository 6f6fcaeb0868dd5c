using EngageBot.Chat;

namespace EngageBot.Onboarding;

/// <summary>A post that still waits, and what would have been done about it.</summary>
internal sealed record WaitingLine
{
    public required string? Text { get; init; }

    public required string ChannelName { get; init; }

    public required MessagePlace Place { get; init; }

    /// <summary>After how long something would have been done.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>People would have been asked; else it would have been shown to everybody, since there is nobody to ask yet.</summary>
    public required bool IsAsked { get; init; }
}
