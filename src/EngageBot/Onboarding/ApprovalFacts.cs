namespace EngageBot.Onboarding;

/// <summary>How it stands with a message that is about to be said, and with those of its kind.</summary>
internal sealed record ApprovalFacts
{
    /// <summary>What a moderator said about it; null for nothing yet.</summary>
    public bool? Word { get; init; }

    /// <summary>It was shown to moderators.</summary>
    public bool IsShown { get; init; }

    /// <summary>Messages of its kind that were said here, or may be.</summary>
    public long Said { get; init; }

    /// <summary>Messages of its kind that were shown to moderators and wait for their word.</summary>
    public long Waiting { get; init; }
}
