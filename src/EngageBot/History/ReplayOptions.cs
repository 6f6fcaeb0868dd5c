using EngageBot.Communities;
using EngageBot.Members;
using EngageBot.ReplyGraph;

namespace EngageBot.History;

/// <summary>How a history is to be replayed.</summary>
public sealed record ReplayOptions
{
    public CommunityRules Rules { get; init; } = new();

    /// <summary>By which people who asked to be forgotten are recognised in it; null where nobody asked.</summary>
    public ErasureKey? Key { get; init; }

    /// <summary>How it is found what a message answers, where the platform does not say.</summary>
    public ResolverKind Resolver { get; init; }

    /// <summary>Messages before this moment are left out.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Messages from this moment on are left out.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Messages later than this are wrong, and skipped: for who knows it, the present and a day.</summary>
    public DateTimeOffset Latest { get; init; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
