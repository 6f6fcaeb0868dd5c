namespace EngageBot.Discord.Rest;

/// <summary>What a call brings that has nothing to bring but that it was done.</summary>
public readonly record struct NoContent;
