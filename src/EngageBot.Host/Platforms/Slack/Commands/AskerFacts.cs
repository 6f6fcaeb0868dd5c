namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>What Slack knows of somebody who asks.</summary>
/// <param name="Manages">An administrator or owner of the workspace.</param>
/// <param name="IsOfTeam">His account is one of this workspace, and not switched off.</param>
/// <param name="Language">As Slack writes it: <c>de-DE</c>.</param>
internal readonly record struct AskerFacts(bool Manages, bool IsOfTeam, string? Language);
