using System.Data;
using EngageBot.Database;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Responders;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Puts people in the order in which they are likely to answer a post.</summary>
internal sealed class HelperRanking(WriteSession session, ProfileRecorder profiles, ReplyWindows windows)
{
    private static readonly HotSql PostText = new("SELECT text FROM messages WHERE id = @message", ("message", DbType.Int64));

    private static readonly MemberProfile Unknown = new();

    /// <summary>What <see cref="TextAsync"/> asks.</summary>
    public static Question TextOf(WaitingPost post) => new(PostText, post.Message);

    /// <summary>What a post says; nothing where it is not kept.</summary>
    public async ValueTask<string> TextAsync(WaitingPost post, CancellationToken cancellationToken) => await session.TextAsync(PostText, cancellationToken, post.Message) ?? string.Empty;

    /// <param name="text">Of the post.</param>
    /// <param name="members">Keys of members who may be asked, the author left out.</param>
    public async ValueTask<HelperOrder> RankAsync(IReadOnlyList<long> members, WaitingPost post, string text, long community, long now, CancellationToken cancellationToken)
    {
        var words = new uint[TopicWords.Most];
        var situation = new ResponderSituation
        {
            Author = post.Author,
            Channel = post.Channel,
            Now = now,
            Words = words[..TopicWords.Read(text, words)],
            Window = await windows.GetAsync(new Place(post.Channel, Thread: null), cancellationToken),
            Counts = await profiles.WordsAsync(community, cancellationToken),
        };
        await profiles.ForeseeAsync(members, cancellationToken);
        List<ResponderCandidate> candidates = [];
        foreach (var member in members)
        {
            // Who answered before profiles were kept has none yet.
            candidates.Add(new ResponderCandidate(member, await profiles.FindAsync(member, cancellationToken) ?? Unknown));
        }

        return new HelperOrder(ResponderPolicy.Rank(candidates, situation), situation, text);
    }
}
