namespace EngageBot.Chat;

/// <summary>What a member decided about himself and the bot. It goes through the pipeline like what is written, so that both are in order and neither is lost.</summary>
public abstract record MemberChoice : ChatEvent
{
    private MemberChoice(CommunityId community, DateTimeOffset at, MemberId member)
        : base(community, at) => Member = member;

    public MemberId Member { get; }

    /// <summary>May be asked now and then to answer somebody.</summary>
    /// <param name="Topics">What he would like to be asked about, in his words; empty for nothing special; null where he said nothing of it, and what he said before stays.</param>
    public sealed record Helps(CommunityId Of, DateTimeOffset When, MemberId Who, string? Topics) : MemberChoice(Of, When, Who)
    {
        /// <summary>When he wants to hear nothing ("22:00-08:00 Europe/Berlin"; without a zone by his own clock); empty for never; null where he said nothing of it.</summary>
        public string? Hours { get; init; }

        /// <summary>His zone (IANA); empty for that which the platform tells, else the community's; null where he said nothing of it.</summary>
        public string? Zone { get; init; }
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

    /// <summary>Is forgotten: nothing of him stays but that somebody wrote, on this platform in every community, and he is left out until he takes part again.</summary>
    public sealed record ForgetsAll(CommunityId Of, DateTimeOffset When, MemberId Who) : MemberChoice(Of, When, Who);

    /// <summary>Has a code by which another account of his can be linked to this one.</summary>
    /// <param name="Code">Its hash.</param>
    public sealed record OffersLink(CommunityId Of, DateTimeOffset When, MemberId Who, string Code, DateTimeOffset Until) : MemberChoice(Of, When, Who);

    /// <summary>Entered a code: where it is good, the account that it is of and this one are one person's.</summary>
    /// <param name="Code">Its hash.</param>
    public sealed record TakesLink(CommunityId Of, DateTimeOffset When, MemberId Who, string Code) : MemberChoice(Of, When, Who);

    /// <summary>This account is linked to no other any more.</summary>
    public sealed record Unlinks(CommunityId Of, DateTimeOffset When, MemberId Who) : MemberChoice(Of, When, Who);

    /// <summary>Looks, as a moderator, at what the bot said, to everybody or to one member. That he did is kept.</summary>
    public sealed record LooksAtLog(CommunityId Of, DateTimeOffset When, MemberId Who, MemberId? About) : MemberChoice(Of, When, Who);

    /// <summary>Takes part again, from now on.</summary>
    /// <param name="Name">The name that others see, which was forgotten; null where it is not known.</param>
    public sealed record ComesBack(CommunityId Of, DateTimeOffset When, MemberId Who, string? Name) : MemberChoice(Of, When, Who);
}
