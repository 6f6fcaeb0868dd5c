using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// A message, in an event or in a conversation's history. <see href="https://docs.slack.dev/reference/events/message"/>. The channel, and what belongs to a
/// change, come with events only; counts of replies and reactions with the history.
/// </summary>
public sealed record Message
{
    /// <summary>What sort it is, one of <see cref="MessageSubtype"/> or one not known here; none where somebody simply wrote.</summary>
    public string? Subtype { get; set; }

    public string? Channel { get; set; }

    /// <summary>One of <see cref="Models.ChannelType"/>.</summary>
    public string? ChannelType { get; set; }

    /// <summary>Who wrote it; none for some apps.</summary>
    public string? User { get; set; }

    /// <summary>The app's face, where an app wrote it.</summary>
    public string? BotId { get; set; }

    public string? AppId { get; set; }

    /// <summary>The name an app or webhook gave itself.</summary>
    public string? Username { get; set; }

    public BotProfile? BotProfile { get; set; }

    /// <summary>The workspace of who wrote it.</summary>
    public string? Team { get; set; }

    /// <summary>Slack's markup; <see cref="Slack.Text.MrkdwnReader"/> reads it.</summary>
    public string Text { get; set => field = value ?? ""; } = "";

    /// <summary>The message's id in its channel. Of a change, that of the change.</summary>
    [JsonRequired]
    public Timestamp Ts { get; set; }

    /// <summary>The message the thread hangs on; the message itself where that one is it.</summary>
    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? ThreadTs { get; set; }

    /// <summary>Who wrote the message the thread hangs on.</summary>
    public string? ParentUserId { get; set; }

    public int? ReplyCount { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? LatestReply { get; set; }

    public MessageEdited? Edited { get; set; }

    public IReadOnlyList<SlackFile> Files { get; set => field = value ?? []; } = [];

    public IReadOnlyList<MessageBlock> Blocks { get; set => field = value ?? []; } = [];

    public IReadOnlyList<Reaction> Reactions { get; set => field = value ?? []; } = [];

    /// <summary>What the app that wrote it has attached for itself.</summary>
    public MessageMetadata? Metadata { get; set; }

    /// <summary>Not shown as a message of its own.</summary>
    public bool Hidden { get; set; }

    /// <summary>Shown to one user only, and kept nowhere.</summary>
    public bool IsEphemeral { get; set; }

    /// <summary>Who invited the user, of a join.</summary>
    public string? Inviter { get; set; }

    /// <summary>The message that is gone.</summary>
    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? DeletedTs { get; set; }

    /// <summary>Of a change or a first reply: the message as it is now.</summary>
    [JsonPropertyName("message")]
    public Message? Changed { get; set; }

    /// <summary>Of a change or deletion: the message as it was.</summary>
    public Message? PreviousMessage { get; set; }

    /// <summary>Of a reply shown in the channel as well: the message its thread hangs on.</summary>
    public Message? Root { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
