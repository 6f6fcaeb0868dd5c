using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>A channel as the pipeline knows it.</summary>
internal sealed class ChannelEntry
{
    public required long Key { get; init; }

    public required long Community { get; init; }

    public required ChannelId Id { get; init; }

    public required string Name { get; set; }

    public required ChannelVisibility Visibility { get; set; }

    /// <summary>Since when nothing can be written there; unix milliseconds.</summary>
    public long? ArchivedAt { get; set; }
}
