namespace EngageBot.TestKit.FakeDiscord;

/// <summary>So many calls in a window that begins with the first of them.</summary>
/// <param name="Bucket">Routes with the same name share it.</param>
public sealed record FakeRestLimit(string Bucket, int Calls, TimeSpan Window);
