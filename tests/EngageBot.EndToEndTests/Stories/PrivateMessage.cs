namespace EngageBot.EndToEndTests.Stories;

/// <summary>What one member alone was told, as it stands now.</summary>
/// <param name="Buttons">What is written on them.</param>
internal sealed record PrivateMessage(string Text, IReadOnlyList<string> Buttons);
