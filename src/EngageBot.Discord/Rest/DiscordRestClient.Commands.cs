using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <content>Application commands; <see cref="CommandRegistration"/> registers them only when they changed.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// The global commands as they are registered, with all languages.
    /// <see href="https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands"/>.
    /// </summary>
    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> GetGlobalApplicationCommandsAsync(
        Snowflake applicationId,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Get("applications/{application_id}/commands", applicationId)) { Query = QueryText.Of(("with_localizations", "true")) },
        RestJson.Default.IReadOnlyListApplicationCommand,
        cancellationToken);

    /// <summary>
    /// Makes the global commands exactly these.
    /// <see href="https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> BulkOverwriteGlobalApplicationCommandsAsync(
        Snowflake applicationId,
        IReadOnlyList<ApplicationCommandProperties> commands,
        CancellationToken cancellationToken)
    {
        CommandRules.Validate(commands);
        var request = new RestRequest(Route.Put("applications/{application_id}/commands", applicationId))
        {
            Body = RequestContent.Json(commands, RestJson.Default.IReadOnlyListApplicationCommandProperties),
        };
        return SendAsync(request, RestJson.Default.IReadOnlyListApplicationCommand, cancellationToken);
    }
}
