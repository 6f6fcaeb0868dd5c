using EngageBot.Introductions;
using EngageBot.Introductions.Outcomes;
using EngageBot.Stats;

namespace EngageBot.Reports;

/// <summary>What a replay found, for the page, the card, the JSON and the terminal.</summary>
public sealed record ReplayReport
{
    /// <summary>The community's name: the file or folder it was read from.</summary>
    public required string Name { get; init; }

    /// <summary>What came of introductions in that time by the word of those who were introduced; null where nobody said that anything did.</summary>
    public ConfirmedOutcomes? Outcomes { get; init; }

    public required CommunityFigures Figures { get; init; }

    /// <summary>Open posts, newest first; <see cref="CommunityFigures.OpenPosts"/> says how many there are in all.</summary>
    public required IReadOnlyList<OpenPostLines> OpenPosts { get; init; }

    /// <summary>What the bot would have said, newest first.</summary>
    public required IReadOnlyList<PlannedNudge> Nudges { get; init; }

    /// <summary>How many nudges were planned in all.</summary>
    public required int NudgesPlanned { get; init; }

    /// <summary>Pairs who could be introduced to each other at the end of the history, best first.</summary>
    public required IReadOnlyList<Introduction> Introductions { get; init; }

    /// <summary>Promotion, the surest first; <see cref="CommunityFigures.Promotions"/> says how much there is in all.</summary>
    public required IReadOnlyList<PromotionPost> Promotions { get; init; }

    /// <summary>At what moderators may want to look: who may be in a crisis first, then the newest of the others. Not all where there are many.</summary>
    public required IReadOnlyList<ModeratorNote> Notes { get; init; }

    /// <summary>Messages that could not be used.</summary>
    public required long SkippedMessages { get; init; }

    /// <summary>The first of them: place and reason.</summary>
    public required IReadOnlyList<string> FirstSkipped { get; init; }
}
