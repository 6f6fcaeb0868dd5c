namespace EngageBot.Slack.WebApi;

/// <summary>Some of a list. <see href="https://docs.slack.dev/apis/web-api/pagination"/>.</summary>
/// <param name="Items">May be few or none although more pages follow.</param>
/// <param name="NextCursor">Where the next page begins; none on the last.</param>
public sealed record SlackPage<T>(IReadOnlyList<T> Items, string? NextCursor);
