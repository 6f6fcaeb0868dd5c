namespace EngageBot.Chat;

/// <summary>What a member decided about himself and the bot. It goes through the pipeline like what is written, so that both are in order and neither is lost.</summary>
public abstract record MemberChoice : ChatEvent
{
    private MemberChoice(CommunityId community, DateTimeOffset at, MemberId member)
        : base(community, at) => Member = member;

    public MemberId Member { get; }

    /// <summary>May be asked now and then to answer somebody.</summary>
    /// <param name="Topics">What he would like to be asked about, in his words; null where he said nothing of it.</param>
    public sealed record Helps(CommunityId Of, DateTimeOffset When, MemberId Who, string? Topics) : MemberChoice(Of, When, Who)
    {
        /// <summary>When he wants to hear nothing ("22:00-08:00 Europe/Berlin"); null where he said nothing of it.</summary>
        public string? Hours { get; init; }
    }

    /// <summary>Was offered, in answer to something that he asked, to be asked now and then himself. It is not offered again.</summary>
    public sealed record HearsOffer(CommunityId Of, DateTimeOffset When, MemberId Who) : MemberChoice(Of, When, Who);

    /// <summary>Is not to be asked any more.</summary>
    public sealed record HelpsNoMore(CommunityId Of, DateTimeOffset When, MemberId Who) : MemberChoice(Of, When, Who);

    /// <summary>Wants private messages of a kind, or does not.</summary>
    public sealed record Agrees(CommunityId Of, DateTimeOffset When, MemberId Who, ContactKind Kind, bool IsWanted) : MemberChoice(Of, When, Who);

    /// <summary>Is left in peace until a moment; null takes that back.</summary>
    public sealed record Pauses(CommunityId Of, DateTimeOffset When, MemberId Who, DateTimeOffset? Until) : MemberChoice(Of, When, Who);

    /// <summary>Is left out of everything: not contacted, not profiled, not shown, his words not kept.</summary>
    public sealed record LeavesOut(CommunityId Of, DateTimeOffset When, MemberId Who) : MemberChoice(Of, When, Who);

    /// <summary>Takes part again, from now on.</summary>
    /// <param name="Name">The name that others see, which was forgotten; null where it is not known.</param>
    public sealed record ComesBack(CommunityId Of, DateTimeOffset When, MemberId Who, string? Name) : MemberChoice(Of, When, Who);
}
