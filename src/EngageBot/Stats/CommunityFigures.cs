namespace EngageBot.Stats;

/// <summary>The figures of a community over a span of its history, by the definitions of the README.</summary>
public sealed record CommunityFigures
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Silences of more than 12 hours over all channels, in which nobody knows what happened.</summary>
    public required int Pauses { get; init; }

    public required long Messages { get; init; }

    /// <summary>Messages written by people, not by bots or the platform.</summary>
    public required long MessagesByPeople { get; init; }

    public required int People { get; init; }

    public required PostFigures Posts { get; init; }

    /// <summary>Posts that ask: questions, requests for help, requests for feedback.</summary>
    public required PostFigures Questions { get; init; }

    /// <summary>Posts that invite a reply, that nobody answered, settled or withdrew.</summary>
    public required int OpenPosts { get; init; }

    public required ResponseTimes? Times { get; init; }

    /// <summary>The share of people's messages in conversations where at least two of them each wrote after the other, 0 to 1.</summary>
    public required double? TwoWayShare { get; init; }

    /// <summary>How many people only broadcast.</summary>
    public required int Broadcasters { get; init; }

    /// <summary>How many posts were promotion, by their text or because their authors spread them.</summary>
    public required int Promotions { get; init; }

    public required IReadOnlyList<ChannelFigures> Channels { get; init; }

    /// <summary>Days, weeks or months, in order, the empty ones left out.</summary>
    public required IReadOnlyList<PeriodFigures> Periods { get; init; }

    public required PeriodLength PeriodLength { get; init; }

    /// <summary>The hours of the week in which somebody posted.</summary>
    public required IReadOnlyList<HourFigures> Hours { get; init; }

    public required Network Network { get; init; }

    /// <summary>The keys of the open posts, newest first; not all where there are many.</summary>
    internal IReadOnlyList<UnansweredPost> NewestOpen { get; init; } = [];

    /// <summary>The posts that were promotion, the surest first.</summary>
    internal IReadOnlyList<FoundPromotion> SurestPromotions { get; init; } = [];
}
