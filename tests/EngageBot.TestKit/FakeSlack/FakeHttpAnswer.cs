namespace EngageBot.TestKit.FakeSlack;

/// <summary>What an app answered.</summary>
/// <param name="Status">0 where it did not answer in time, or not at all.</param>
public sealed record FakeHttpAnswer(int Status, string Body, bool WantsNoRetry = false, string Reason = "");
