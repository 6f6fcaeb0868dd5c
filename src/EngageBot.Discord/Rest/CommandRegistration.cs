using System.Text.Json;
using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>Registers commands only where they changed: Discord allows 200 new commands a day.</summary>
public static class CommandRegistration
{
    /// <summary>Makes the global commands the wanted ones, in any order. True when they were not already.</summary>
    public static async Task<RestResult<bool>> EnsureAsync(
        DiscordRestClient client,
        Snowflake applicationId,
        IReadOnlyList<ApplicationCommandProperties> wanted,
        CancellationToken cancellationToken)
    {
        var current = await client.GetGlobalApplicationCommandsAsync(applicationId, cancellationToken);
        if (current is not RestResult<IReadOnlyList<ApplicationCommand>>.Ok { Value: var registered })
        {
            return current.Select(_ => false);
        }

        if (!HasChanged(registered, wanted))
        {
            return new RestResult<bool>.Ok(false);
        }

        var result = await client.BulkOverwriteGlobalApplicationCommandsAsync(applicationId, wanted, cancellationToken);
        return result.Select(_ => true);
    }

    /// <summary>Whether the registered commands are others than the wanted ones. What Discord fills in by itself does not count.</summary>
    public static bool HasChanged(IReadOnlyList<ApplicationCommand> registered, IReadOnlyList<ApplicationCommandProperties> wanted)
    {
        var are = registered.Select(AsWanted).Select(Canonical).OrderBy(Key, StringComparer.Ordinal);
        var shouldBe = wanted.Select(Canonical).OrderBy(Key, StringComparer.Ordinal);
        return registered.Count != wanted.Count || !are.Zip(shouldBe, JsonNode.DeepEquals).All(same => same);
    }

    private static ApplicationCommandProperties AsWanted(ApplicationCommand command) => new(command.Name)
    {
        Type = command.Type,
        NameLocalizations = command.NameLocalizations,
        Description = command.Description,
        DescriptionLocalizations = command.DescriptionLocalizations,
        Options = command.Options,
        DefaultMemberPermissions = command.DefaultMemberPermissions,
        Contexts = command.Contexts,
    };

    private static string Key(JsonNode command) => $"{command["type"]} {command["name"]}";

    private static JsonNode Canonical(ApplicationCommandProperties command) => WithoutEmpty(JsonSerializer.SerializeToNode(
        command with { Contexts = command.Contexts?.Order().ToList() },
        RestJson.Default.ApplicationCommandProperties)!);

    /// <summary>Nothing, an empty text, list or map: all say the same.</summary>
    private static JsonNode WithoutEmpty(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                var isEmpty = value is null || WithoutEmpty(value) is JsonObject { Count: 0 } or JsonArray { Count: 0 };
                if (isEmpty || value is JsonValue text && text.ToString() == "")
                {
                    fields.Remove(name);
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                WithoutEmpty(item!);
            }
        }

        return node;
    }
}
