namespace EngageBot.Stats;

/// <summary>A channel's figures.</summary>
public sealed record ChannelFigures
{
    internal long Key { get; init; }

    public required string Name { get; init; }

    public required long Messages { get; init; }

    /// <summary>People who wrote in it.</summary>
    public required int People { get; init; }

    public required PostFigures Posts { get; init; }

    public required ResponseTimes? Times { get; init; }

    /// <summary>The time after which a post of this channel counts as unanswered.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>At least five messages by at most three people, and nobody ever answered anybody: members only listen here.</summary>
    public required bool IsOneWay { get; init; }
}
