namespace EngageBot.Slack.Models;

/// <summary>A payload that is not as Slack documents it. In an envelope it is acknowledged like any other; a request with it is a bad one.</summary>
/// <param name="Type">What it says it is.</param>
/// <param name="Error">What is wrong with it, without what it holds.</param>
public sealed record InvalidPayload(string Type, string Error) : SlackPayload;
