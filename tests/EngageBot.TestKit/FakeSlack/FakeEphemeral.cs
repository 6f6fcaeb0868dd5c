using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Something only one member sees, until they reload.</summary>
public sealed record FakeEphemeral(string Channel, string User, JsonObject Message);
