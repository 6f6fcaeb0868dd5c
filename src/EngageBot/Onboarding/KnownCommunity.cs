using EngageBot.Chat;

namespace EngageBot.Onboarding;

/// <summary>A community that the bot came to, as far as its beginning there is concerned. Times are unix milliseconds.</summary>
internal sealed record KnownCommunity
{
    public required long Key { get; init; }

    public required CommunityId Id { get; init; }

    public required long SeenAt { get; init; }

    public required long? SetUpAt { get; init; }

    public required bool IsLive { get; init; }

    /// <summary>A moderator was told already, or has decided something without having been told.</summary>
    public required bool IsMet { get; init; }

    /// <summary>How many people are there, as the platform says, or as many as are known.</summary>
    public required long People { get; init; }

    public required bool ReadsContent { get; init; }

    public required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>Channels that everybody can read, and others.</summary>
    public required (long Public, long Private) Channels { get; init; }

    /// <summary>Members who agreed to be asked.</summary>
    public required long Helpers { get; init; }

    /// <summary>When the oldest message was written that is known.</summary>
    public required long? OldestAt { get; init; }
}
