using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A change of a message: what is not set stays as it is. It notifies nobody unless <see cref="AllowedMentions"/> says so.
/// <see href="https://discord.com/developers/docs/resources/message#edit-message-jsonform-params"/>.
/// </summary>
public sealed record MessageEditProperties
{
    /// <summary>At most 2,000 characters; empty to take the text away.</summary>
    public string? Content { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Empty to take the buttons away.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>New files. Those that were there go, but for the ones in <see cref="Keep"/>.</summary>
    public IReadOnlyList<FileProperties> Files { get; init; } = [];

    /// <summary>The files that stay. Where neither this nor <see cref="Files"/> is set, all do.</summary>
    public IReadOnlyList<Snowflake>? Keep { get; init; }

    public MessageFlags? Flags { get; init; }
}
