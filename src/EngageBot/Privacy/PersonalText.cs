namespace EngageBot.Privacy;

/// <summary>Words in which others may have named a member.</summary>
/// <param name="Of">Which rows are of a community: a condition on <c>@community</c>.</param>
/// <param name="IsShown">It is a message of the bot: where it stands in the chat, it is changed there too.</param>
/// <param name="Key">The column by which its rows are known.</param>
internal sealed record PersonalText(string Table, string Column, string Of, bool IsShown = false, string Key = "id");
