namespace EngageBot.Reports.Html;

/// <summary>What a word of the report means.</summary>
internal sealed record Definition(string Id, string Term, string Meaning);
