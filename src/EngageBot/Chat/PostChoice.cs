namespace EngageBot.Chat;

/// <summary>
/// What a member decided about a post, on the message itself. It goes through the pipeline like what is written, so that both are in order and neither is lost. Told twice it is the same.
/// </summary>
public abstract record PostChoice : ChatEvent
{
    private PostChoice(CommunityId community, DateTimeOffset at, MemberId member, long post)
        : base(community, at) => (Member, Post) = (member, post);

    public MemberId Member { get; }

    /// <summary>The key of the post.</summary>
    public long Post { get; }

    /// <summary>It is settled. The first mark counts.</summary>
    /// <param name="AsModerator">He manages the community.</param>
    public sealed record Marks(CommunityId Of, DateTimeOffset When, MemberId Who, long What, PostMark Mark, bool AsModerator) : PostChoice(Of, When, Who, What);

    /// <summary>The mark is taken back, where he may do that.</summary>
    /// <param name="AsModerator">He manages the community.</param>
    public sealed record Unmarks(CommunityId Of, DateTimeOffset When, MemberId Who, long What, bool AsModerator) : PostChoice(Of, When, Who, What);

    /// <summary>Somebody who may know is to be asked now and not only when its wait is over.</summary>
    public sealed record Seeks(CommunityId Of, DateTimeOffset When, MemberId Who, long What) : PostChoice(Of, When, Who, What);

    /// <summary>He will reply to it, without having been asked.</summary>
    public sealed record Claims(CommunityId Of, DateTimeOffset When, MemberId Who, long What) : PostChoice(Of, When, Who, What);
}
