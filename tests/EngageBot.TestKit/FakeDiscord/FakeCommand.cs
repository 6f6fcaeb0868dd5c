using System.Text.Json;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Something a client sent to the gateway.</summary>
/// <param name="Opcode">What it is.</param>
/// <param name="Data">Its <c>d</c>.</param>
public sealed record FakeCommand(int Opcode, JsonElement Data);
