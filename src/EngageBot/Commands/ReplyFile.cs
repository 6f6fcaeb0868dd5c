namespace EngageBot.Commands;

/// <summary>A file for the member who asked for it.</summary>
/// <param name="Name">With its ending ("export.json").</param>
/// <param name="Bytes">At most 8 MB: Discord takes 10.</param>
public sealed record ReplyFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Of a picture what it shows, in words; at most 900 characters. What is said besides stands without it.</summary>
    public string? Alt { get; init; }

    public const int MostBytes = 8_000_000;
}
