using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// The first answer to an interaction, due within three seconds.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object"/>.
/// </summary>
public abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>A message; with <see cref="MessageFlags.Ephemeral"/> only its user sees it.</summary>
    public sealed record ChannelMessageWithSource(MessageProperties Message) : InteractionResponse;

    /// <summary>"Thinking…": the message follows within 15 minutes, by an edit of the original response. Whether it is ephemeral is decided now.</summary>
    public sealed record DeferredChannelMessageWithSource(bool Ephemeral) : InteractionResponse;

    /// <summary>Nothing to be seen: the message with the component may be edited within 15 minutes.</summary>
    public sealed record DeferredUpdateMessage : InteractionResponse;

    /// <summary>Changes the message with the component.</summary>
    public sealed record UpdateMessage(MessageEditProperties Message) : InteractionResponse;

    /// <summary>What an option could be, at most 25 of them.</summary>
    public sealed record ApplicationCommandAutocompleteResult(IReadOnlyList<ApplicationCommandOptionChoice> Choices) : InteractionResponse;

    /// <summary>A form; it must be the first answer, and cannot answer a form.</summary>
    /// <param name="CustomId">What comes back with it, at most 100 characters.</param>
    /// <param name="Title">At most 45 characters.</param>
    /// <param name="Components">One to five labels or rows, each with a field or menu.</param>
    public sealed record Modal(string CustomId, string Title, IReadOnlyList<Component> Components) : InteractionResponse;
}
