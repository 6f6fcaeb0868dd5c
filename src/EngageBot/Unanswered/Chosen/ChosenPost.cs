using EngageBot.Chat;

namespace EngageBot.Unanswered.Chosen;

/// <summary>The post that a member means who chose a message, as it stands now.</summary>
internal sealed record ChosenPost
{
    public required WaitingPost Post { get; init; }

    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    public required ChannelId Channel { get; init; }

    public required string ChannelName { get; init; }

    public required MemberId Author { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    public required MessageTraits Traits { get; init; }

    /// <summary>Everybody in the community can read it.</summary>
    public required bool IsForEveryone { get; init; }

    /// <summary>The bot speaks in this community.</summary>
    public required bool IsLive { get; init; }

    public PostState State { get; init; }

    /// <summary>What somebody said of it; null where nobody did.</summary>
    public StoredMark? Mark { get; init; }
}
