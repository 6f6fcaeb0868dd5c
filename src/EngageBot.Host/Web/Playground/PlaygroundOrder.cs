using System.Text.Json.Serialization;

namespace EngageBot.Host.Web.Playground;

/// <summary>Something that a visitor of the Playground wants, as his browser sends it. What is not needed is left out.</summary>
internal sealed record PlaygroundOrder
{
    /// <summary>The member as whom he acts.</summary>
    public string As { get; init; } = string.Empty;

    public string Channel { get; init; } = string.Empty;

    public string Text { get; init; } = string.Empty;

    public long Message { get; init; }

    public long? ReplyTo { get; init; }

    public long? Thread { get; init; }

    /// <summary>The button, form, command or emoji.</summary>
    public string Name { get; init; } = string.Empty;

    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int Speed { get; init; }

    public bool IsOn { get; init; }

    /// <summary>That his browser speaks.</summary>
    [JsonIgnore]
    public string? Language { get; init; }
}
