using EngageBot.History;
using EngageBot.ReplyGraph;

namespace EngageBot.Host.CommandLine;

/// <summary>What was asked of <c>engagebot replay</c>.</summary>
internal sealed record ReplayRequest
{
    /// <summary>For <see cref="Database"/>: the one in the configuration.</summary>
    public const string ConfiguredDatabase = "";

    public required string Path { get; init; }

    public HistoryFormat? From { get; init; }

    public DateOnly? Date { get; init; }

    public string? Report { get; init; }

    public string? Json { get; init; }

    public string? Share { get; init; }

    /// <summary>The database file; null for a temporary one.</summary>
    public string? Database { get; init; }

    public string? Rules { get; init; }

    public ResolverKind Resolver { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }
}
