using System.Text.Json;
using EngageBot.Commands;

namespace EngageBot.Host.Web.Playground;

/// <summary>A form of the bot, shown to a visitor without scripts. It travels with what he fills in, so that it can be shown again where something in it is to be changed.</summary>
public sealed record PlaygroundForm(string Id, string Title, string Member, IReadOnlyList<FormField> Fields)
{
    /// <summary>What the names of its fields begin with.</summary>
    public const string Field = "f.";

    /// <summary>What is to be changed, by the names of the fields.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal string Written => JsonSerializer.Serialize(this with { Errors = new Dictionary<string, string>(StringComparer.Ordinal) });

    /// <summary>As a browser sent it back; null for what is none.</summary>
    internal static PlaygroundForm? Read(string? written)
    {
        try
        {
            return JsonSerializer.Deserialize<PlaygroundForm>(written ?? "null") is { Id: not null, Title: not null, Member: not null, Fields: { } fields } form && fields.All(field => field?.Name is not null)
                ? form
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
