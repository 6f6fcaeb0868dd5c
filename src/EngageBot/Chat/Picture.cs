namespace EngageBot.Chat;

/// <summary>A picture under something that the bot says.</summary>
/// <param name="Png">The file.</param>
/// <param name="Alt">What it shows, in words, for those who do not see it. At most 1,000 characters.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, string Alt);
