namespace EngageBot.Host.Playground;

/// <summary>What came of a jump.</summary>
/// <param name="Time">It took so long, on the Playground's clock.</param>
/// <param name="Deeds">What the bot did then; empty where it did nothing for that long.</param>
internal sealed record PlaygroundJump(TimeSpan Time, IReadOnlyList<PlaygroundDeed> Deeds);
