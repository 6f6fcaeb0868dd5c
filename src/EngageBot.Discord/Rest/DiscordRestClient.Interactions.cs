using System.Diagnostics;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <content>Answers to interactions. They are authorized by the interaction's token, which lives 15 minutes.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// The first answer, within three seconds of the interaction.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<NoContent>> CreateInteractionResponseAsync(
        Snowflake interactionId,
        string interactionToken,
        InteractionResponse response,
        CancellationToken cancellationToken)
    {
        var request = new RestRequest(Route.Post("interactions/{interaction_id}/{interaction_token}/callback", interactionId, interactionToken))
        {
            Body = Callback(response),
            IsRepeatable = true,
            DoneBefore = JsonErrorCode.InteractionAlreadyAcknowledged,
        };
        return SendAsync(request, cancellationToken);
    }

    /// <summary>
    /// The first answer as a message.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#get-original-interaction-response"/>.
    /// </summary>
    public Task<RestResult<Message>> GetOriginalInteractionResponseAsync(
        Snowflake applicationId,
        string interactionToken,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Get("webhooks/{webhook_id}/{webhook_token}/messages/@original", applicationId, interactionToken)),
        DiscordJson.Default.Message,
        cancellationToken);

    /// <summary>
    /// Changes the first answer, or gives it where it was deferred.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#edit-original-interaction-response"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<Message>> EditOriginalInteractionResponseAsync(
        Snowflake applicationId,
        string interactionToken,
        MessageEditProperties message,
        CancellationToken cancellationToken)
    {
        var route = Route.Patch("webhooks/{webhook_id}/{webhook_token}/messages/@original", applicationId, interactionToken);
        return SendAsync(Edit(route, message), DiscordJson.Default.Message, cancellationToken);
    }

    /// <summary>
    /// Takes the first answer away.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#delete-original-interaction-response"/>.
    /// </summary>
    public Task<RestResult<NoContent>> DeleteOriginalInteractionResponseAsync(
        Snowflake applicationId,
        string interactionToken,
        CancellationToken cancellationToken)
    {
        var route = Route.Delete("webhooks/{webhook_id}/{webhook_token}/messages/@original", applicationId, interactionToken);
        return SendAsync(new RestRequest(route) { DoneBefore = JsonErrorCode.UnknownMessage }, cancellationToken);
    }

    /// <summary>
    /// A further message. It has no nonce, so it is not sent again when the line breaks.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes, or the message has a nonce or refers to another.</exception>
    public Task<RestResult<Message>> CreateFollowupMessageAsync(
        Snowflake applicationId,
        string interactionToken,
        MessageProperties message,
        CancellationToken cancellationToken)
    {
        var request = new RestRequest(Route.Post("webhooks/{webhook_id}/{webhook_token}", applicationId, interactionToken))
        {
            Query = QueryText.Of(("wait", "true")),
            Body = RequestContent.Json(MessageBodies.ForWebhook(message), RestJson.Default.MessageBody, message.Files),
        };
        return SendAsync(request, DiscordJson.Default.Message, cancellationToken);
    }

    /// <summary>
    /// Changes a further message.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#edit-followup-message"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<Message>> EditFollowupMessageAsync(
        Snowflake applicationId,
        string interactionToken,
        Snowflake messageId,
        MessageEditProperties message,
        CancellationToken cancellationToken)
    {
        var route = Route.Patch("webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", applicationId, interactionToken, messageId);
        return SendAsync(Edit(route, message), DiscordJson.Default.Message, cancellationToken);
    }

    /// <summary>
    /// Takes a further message away.
    /// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#delete-followup-message"/>.
    /// </summary>
    public Task<RestResult<NoContent>> DeleteFollowupMessageAsync(
        Snowflake applicationId,
        string interactionToken,
        Snowflake messageId,
        CancellationToken cancellationToken)
    {
        var route = Route.Delete("webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", applicationId, interactionToken, messageId);
        return SendAsync(new RestRequest(route) { DoneBefore = JsonErrorCode.UnknownMessage }, cancellationToken);
    }

    private static RestRequest Edit(Route route, MessageEditProperties message) =>
        new(route) { Body = RequestContent.Json(MessageBodies.Of(message), RestJson.Default.MessageBody, message.Files) };

    private static Func<HttpContent> Callback(InteractionResponse response) => response switch
    {
        InteractionResponse.ChannelMessageWithSource { Message: var message } => Callback(4, MessageBodies.ForWebhook(message), message.Files),
        InteractionResponse.DeferredChannelMessageWithSource { Ephemeral: var ephemeral } => Callback(
            5,
            new MessageBody { AllowedMentions = AllowedMentions.None, Flags = ephemeral ? MessageFlags.Ephemeral : null },
            []),
        InteractionResponse.DeferredUpdateMessage => Callback(6, body: null, []),
        InteractionResponse.UpdateMessage { Message: var message } => Callback(7, MessageBodies.Of(message), message.Files),
        InteractionResponse.ApplicationCommandAutocompleteResult { Choices: var choices } => Autocomplete(choices),
        InteractionResponse.Modal modal => Form(modal),
        _ => throw new UnreachableException(),
    };

    private static Func<HttpContent> Callback(int type, MessageBody? body, IReadOnlyList<FileProperties> files) =>
        RequestContent.Json(new InteractionCallback<MessageBody>(type, body), RestJson.Default.InteractionCallbackMessageBody, files);

    private static Func<HttpContent> Autocomplete(IReadOnlyList<ApplicationCommandOptionChoice> choices)
    {
        CommandRules.Validate(choices);
        return RequestContent.Json(
            new InteractionCallback<AutocompleteData>(8, new AutocompleteData(choices)),
            RestJson.Default.InteractionCallbackAutocompleteData);
    }

    private static Func<HttpContent> Form(InteractionResponse.Modal modal)
    {
        ComponentRules.Validate(modal);
        return RequestContent.Json(
            new InteractionCallback<ModalData>(9, new ModalData(modal.CustomId, modal.Title, modal.Components)),
            RestJson.Default.InteractionCallbackModalData);
    }
}
