using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>A call as a route sees it.</summary>
public sealed record FakeRestCall
{
    public required string Method { get; init; }

    /// <summary>Discord's template of the path, without the version.</summary>
    public required string Template { get; init; }

    /// <summary>What stands in the path, by the template's names.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The body, or <c>payload_json</c> of one in parts.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The names of the parts that are files, with what is in them.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    public DateTimeOffset At { get; init; }

    public Snowflake Id(string name) => Snowflake.Parse(Values[name]);

    public override string ToString() => $"{Method} {Template}";
}
