using EngageBot.Chat;

namespace EngageBot.Digest;

/// <summary>A post of the last weeks that everybody can read and that invites a reply.</summary>
/// <param name="Message">Its key.</param>
/// <param name="Author">The key of its author.</param>
/// <param name="At">When it was written, unix milliseconds.</param>
internal sealed record DigestPost(long Message, long Author, long At)
{
    public required string ChannelName { get; init; }

    public required MessagePlace Place { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }
}
