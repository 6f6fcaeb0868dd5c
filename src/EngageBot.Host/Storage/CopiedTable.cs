namespace EngageBot.Host.Storage;

/// <summary>A table that was copied, and found to be the same on both sides.</summary>
internal sealed record CopiedTable(string Name, long Rows);
