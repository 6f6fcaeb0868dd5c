namespace EngageBot.Discord.Rest;

/// <summary>A file to send with a message.</summary>
/// <param name="Name">Its name, with the ending by which Discord knows what it is.</param>
/// <param name="Data">What is in it.</param>
public sealed record FileProperties(string Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>What a reader hears who cannot see the picture; at most 1,024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>For example <c>image/png</c>.</summary>
    public string ContentType { get; init; } = "application/octet-stream";
}
