using EngageBot.Chat;
using EngageBot.Introductions.Outcomes;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary>What the bot found in 30 days of the channels that it looks after.</summary>
/// <param name="Channels">Those in which something was asked, the most unanswered first.</param>
/// <param name="Waiting">Posts that still wait, the newest first.</param>
/// <param name="HasHelpers">There are enough people who agreed to be asked.</param>
internal sealed record FirstFindings(IReadOnlyList<ChannelShare> Channels, IReadOnlyList<WaitingLine> Waiting, bool HasHelpers)
{
    /// <summary>How many it takes for anybody to be asked.</summary>
    public int FewestHelpers { get; init; }

    /// <summary>What came of introductions in that time.</summary>
    public ConfirmedOutcomes Outcomes { get; init; } = new(0, 0, 0, 0);

    /// <summary>Numbers of things that people did are not said below five.</summary>
    public bool HidesFew { get; init; }

    public long Posts => Channels.Sum(channel => channel.Posts);

    public long Unanswered => Channels.Sum(channel => channel.Unanswered);

    /// <summary>What of it a member may be shown now.</summary>
    public async Task<FirstFindings> SeenByAsync(MemberId reader, Visibility visibility, CancellationToken cancellationToken) => this with
    {
        Channels = await visibility.SeenAsync(reader, Channels, channel => new ChannelId(reader.Community, channel.Id), cancellationToken),
        Waiting = await visibility.SeenAsync(reader, Waiting, line => line.Place.Channel, cancellationToken),
    };
}
