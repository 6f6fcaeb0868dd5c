using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>A call as a method sees it.</summary>
public sealed record FakeSlackCall
{
    public required string Method { get; init; }

    public required JsonObject Arguments { get; init; }

    /// <summary>Whose bot called; none where an app did.</summary>
    public FakeWorkspace? Workspace { get; init; }

    public FakeSlackApp? App { get; init; }

    public required DateTimeOffset At { get; init; }

    internal FakeSlackWorld World => Workspace!.World;

    public string? Text(string name) => Arguments.Text(name);

    public bool Flag(string name, bool otherwise = false) => Text(name) is { } text ? text is "true" or "1" or "True" : otherwise;

    public int Number(string name, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>JSON, also where it came as text; none where it is none.</summary>
    public JsonNode? Json(string name)
    {
        if (Arguments[name] is not JsonValue text)
        {
            return Arguments[name];
        }

        try
        {
            return JsonNode.Parse(text.ToString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Method;

    internal FakeSlackChannel? Channel(string name = "channel") => Text(name) is { } id ? World.Channels.GetValueOrDefault(id) : null;
}
