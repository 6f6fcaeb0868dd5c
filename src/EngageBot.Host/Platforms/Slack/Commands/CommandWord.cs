namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>A word behind a command.</summary>
/// <param name="Text">As Slack sent it, without quotes and, of a name, without its colon.</param>
/// <param name="IsName">It is the name of an option, and what follows is its value.</param>
internal readonly record struct CommandWord(string Text, bool IsName = false);
