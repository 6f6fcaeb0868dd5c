namespace EngageBot.Host.Web.Playground;

/// <summary>A message as it is shown.</summary>
public sealed record PlaygroundLine
{
    public required long Number { get; init; }

    public required string Channel { get; init; }

    public required string ChannelName { get; init; }

    public required string Author { get; init; }

    public string? AuthorId { get; init; }

    public bool IsBot { get; init; }

    public required string At { get; init; }

    public required string Text { get; init; }

    /// <summary>The message that it answers, in brief.</summary>
    public string? Quote { get; init; }

    public long? QuoteOf { get; init; }

    /// <summary>The member who alone sees it.</summary>
    public string? OnlyFor { get; init; }

    public string? OnlyForName { get; init; }

    public bool IsEdited { get; init; }

    /// <summary>For how long it has been waiting for a reply; null where it does not.</summary>
    public string? Waiting { get; init; }

    public IReadOnlyList<PlaygroundMark> Marks { get; init; } = [];

    public IReadOnlyList<PlaygroundButton> Buttons { get; init; } = [];

    /// <summary>An address below the text; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Of a picture or file: where it is; null for none.</summary>
    public string? File { get; init; }

    public string? FileName { get; init; }

    public string? Alt { get; init; }
}
