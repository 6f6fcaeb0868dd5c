namespace EngageBot.Dashboard;

/// <summary>Something that the bot said, or would have said, in words for a moderator.</summary>
/// <param name="Where">The channel; where he cannot read it, that.</param>
/// <param name="State">How it stands with it, and since when.</param>
public sealed record SaidLine(string Where, string State, string Why, string Outcome);
