namespace EngageBot.Slack.Models.Events;

/// <summary>An event that is not as Slack documents it. It is acknowledged like any other, or Slack would send it again and again.</summary>
/// <param name="Type">What it says it is.</param>
/// <param name="Error">What is wrong with it, without what it holds.</param>
public sealed record InvalidEvent(string Type, string Error) : SlackEvent;
