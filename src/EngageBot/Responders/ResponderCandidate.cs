using EngageBot.Profiles;

namespace EngageBot.Responders;

/// <summary>Somebody who could answer a post: neither its author nor a bot, not opted out, and able to read the channel.</summary>
internal sealed record ResponderCandidate(long Member, MemberProfile Profile)
{
    /// <summary>How often he replied to the post's author.</summary>
    public int RepliesToAuthor { get; init; }

    /// <summary>How often the post's author replied to him.</summary>
    public int RepliesFromAuthor { get; init; }
}
