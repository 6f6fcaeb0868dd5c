namespace EngageBot.Evaluation;

/// <summary>Whom a member got to know.</summary>
internal sealed record PartnersLine(string Member, IReadOnlyList<string> Partners);
