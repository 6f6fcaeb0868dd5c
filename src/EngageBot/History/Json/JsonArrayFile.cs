using EngageBot.History.Files;

namespace EngageBot.History.Json;

/// <summary>What one pass over a file found: it is whole, and where its messages are.</summary>
internal sealed class JsonArrayFile(HistoryFile file)
{
    public HistoryFile File { get; } = file;

    /// <summary>Whether the file has the array that was looked for.</summary>
    public bool IsFound { get; set; }

    /// <summary>Where the first item begins.</summary>
    public long Start { get; set; }

    public int Count { get; set; }

    /// <summary>What must be in memory to see any one item whole.</summary>
    public int LargestItem { get; set; }

    /// <summary>The time of the first item that has one.</summary>
    public DateTimeOffset? FirstAt { get; set; }

    /// <summary>The short values beside the array, by "object.property".</summary>
    public Dictionary<string, string> Header { get; } = new(StringComparer.Ordinal);

    public string? Value(string name) => Header.GetValueOrDefault(name);
}
