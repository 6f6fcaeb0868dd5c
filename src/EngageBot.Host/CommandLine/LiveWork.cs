using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Host.Platforms;

namespace EngageBot.Host.CommandLine;

/// <summary>What a running bot does, and with what: all of it, or in one of several processes a part.</summary>
internal sealed record LiveWork(LivePlatforms Platforms, DbDataSource Database)
{
    /// <summary>The part that a community is of, where the work is divided.</summary>
    public PartitionOf? PartitionOf { get; init; }

    /// <summary>Ends it without waiting for anything.</summary>
    public CancellationToken AtOnce { get; init; }
}
