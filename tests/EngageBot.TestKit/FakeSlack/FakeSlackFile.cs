namespace EngageBot.TestKit.FakeSlack;

/// <summary>A file on its way up, or arrived.</summary>
public sealed class FakeSlackFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Length { get; init; }

    public string Title { get; set; } = "";

    /// <summary>What is read out in place of it.</summary>
    public string? AltText { get; init; }

    public IReadOnlyList<byte> Data { get; set; } = [];

    public bool IsUploaded { get; set; }

    /// <summary>Whether the third step was taken.</summary>
    public bool IsComplete { get; set; }

    /// <summary>From when on it can be shown by a block: Slack looks through files first.</summary>
    public DateTimeOffset ReadyAt { get; set; }
}
