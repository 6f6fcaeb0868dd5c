namespace EngageBot.Chat;

/// <summary>What somebody who manages a community decided for it. It goes through the pipeline like what is written, so that both are in order and neither is lost.</summary>
public abstract record ModeratorChoice : ChatEvent
{
    private ModeratorChoice(CommunityId community, DateTimeOffset at, MemberId by)
        : base(community, at) => By = by;

    public MemberId By { get; }

    /// <summary>Was told, in answer to a first command, what the bot does here.</summary>
    /// <param name="Channel">Where he wrote it: if not everybody can read that, it is where moderators hear from the bot until they name another place.</param>
    public sealed record Heard(CommunityId Of, DateTimeOffset When, MemberId Who, ChannelId? Channel) : ModeratorChoice(Of, When, Who);

    /// <summary>Has filled in what the bot needs to know to begin.</summary>
    public sealed record SetsUp(CommunityId Of, DateTimeOffset When, MemberId Who) : ModeratorChoice(Of, When, Who);

    /// <summary>Wants something said to everybody in a channel. Told twice it is the same: one of each kind stands in a channel in a day.</summary>
    public sealed record Announces(CommunityId Of, DateTimeOffset When, MemberId Who, Announcement Kind, ChannelId Channel, string Text) : ModeratorChoice(Of, When, Who);

    /// <summary>Lets something be said that was shown to him first, or not. The first word counts.</summary>
    /// <param name="Entry">The outbox id of it.</param>
    public sealed record Approves(CommunityId Of, DateTimeOffset When, MemberId Who, long Entry, bool IsToBeSaid) : ModeratorChoice(Of, When, Who);
}
