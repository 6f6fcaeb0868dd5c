using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Discord;

/// <summary>An exported channel or thread, by what stands above its messages.</summary>
internal sealed class DiscordFile
{
    private DiscordFile(JsonArrayFile scan, string guild, string id)
    {
        Scan = scan;
        Id = id;
        Community = new CommunityId(Platform.Discord, guild);
        Kind = DiscordKinds.OfChannel(scan.Value("channel.type"));
        var name = scan.Value("channel.name");
        (Channel, ChannelName) = (id, name);

        // For a thread the "category" is its parent.
        if (Kind == DiscordChannelKind.Thread && scan.Value("channel.categoryId") is { } parent)
        {
            (Channel, ChannelName, Thread) = (parent, scan.Value("channel.category"), MessageId.Parse(id));
        }
    }

    public JsonArrayFile Scan { get; }

    public CommunityId Community { get; }

    public DiscordChannelKind Kind { get; }

    /// <summary>The exported channel's or thread's own id.</summary>
    public string Id { get; }

    /// <summary>The channel that the messages belong to.</summary>
    public string Channel { get; }

    public string? ChannelName { get; }

    /// <summary>The thread that the messages are in; a thread has the id of the message that started it.</summary>
    public MessageId? Thread { get; }

    public ChannelVisibility Visibility => Kind == DiscordChannelKind.Open || Thread is not null ? ChannelVisibility.Everyone : ChannelVisibility.Unknown;

    /// <summary>Null where the file is no export of DiscordChatExporter.</summary>
    public static DiscordFile? Of(JsonArrayFile scan) =>
        scan.IsFound && scan.Value("guild.id") is { } guild && scan.Value("channel.id") is { } id ? new DiscordFile(scan, guild, id) : null;
}
