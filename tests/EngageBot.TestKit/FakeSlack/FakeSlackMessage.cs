namespace EngageBot.TestKit.FakeSlack;

/// <summary>Names a message: a <c>ts</c> is unique only within its channel.</summary>
public readonly record struct FakeSlackMessage(string Channel, string Ts);
