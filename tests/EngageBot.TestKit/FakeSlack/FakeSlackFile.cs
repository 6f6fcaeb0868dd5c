namespace EngageBot.TestKit.FakeSlack;

/// <summary>A file on its way up, or arrived.</summary>
public sealed class FakeSlackFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Length { get; init; }

    public string Title { get; set; } = "";

    public IReadOnlyList<byte> Data { get; set; } = [];

    public bool IsUploaded { get; set; }

    /// <summary>Whether the third step was taken.</summary>
    public bool IsComplete { get; set; }
}
