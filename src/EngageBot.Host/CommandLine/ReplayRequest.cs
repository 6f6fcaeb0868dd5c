using EngageBot.History;

namespace EngageBot.Host.CommandLine;

/// <summary>What was asked of <c>engagebot replay</c>.</summary>
internal sealed record ReplayRequest
{
    public required string Path { get; init; }

    public HistoryFormat? From { get; init; }

    public DateOnly? Date { get; init; }

    public string? Report { get; init; }

    public string? Json { get; init; }

    public string? Share { get; init; }

    public string? Database { get; init; }

    public string? Rules { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }
}
