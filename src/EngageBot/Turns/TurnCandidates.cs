namespace EngageBot.Turns;

/// <summary>
/// Under which posts it may have become the author's turn since the last look: where a reply has waited long enough since, or the author was seen again since. What was looked at
/// before is not looked at again. The first look goes as far back as anybody waits, so that nothing is lost with the memory.
/// </summary>
internal sealed class TurnCandidates(TurnQuery turns)
{
    private readonly Dictionary<long, long> _lookedUntil = [];
    private readonly Dictionary<long, List<RepliedPost>> _absent = [];

    /// <summary>Keys of posts.</summary>
    /// <param name="liveSince">Nothing before it is looked at.</param>
    public async Task<IReadOnlyList<long>> LookAsync(long community, long liveSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (at, tooOld, until) = (now.ToUnixTimeMilliseconds(), (now - YourTurnPolicy.TooLate).ToUnixTimeMilliseconds(), (now - YourTurnPolicy.Wait).ToUnixTimeMilliseconds());
        var from = Math.Max(Math.Max(tooOld, liveSince), _lookedUntil.GetValueOrDefault(community, long.MinValue));
        var replied = await turns.RepliedAsync(community, from, until, at, cancellationToken);
        _lookedUntil[community] = replied.Count < TurnQuery.AtOnce ? Math.Max(from, until + 1) : Math.Max(from + 1, replied[^1].RepliedAt);

        HashSet<long> seen = [];
        List<RepliedPost> absent = [];
        foreach (var post in _absent.GetValueOrDefault(community, []).Where(post => post.RepliedAt >= tooOld).Concat(replied).Distinct())
        {
            if (!(await turns.LastSeenAsync(post.Author, at, cancellationToken) > post.RepliedAt))
            {
                absent.Add(post);
            }
            else if (!await turns.IsRemindedAsync(post.Post, cancellationToken))
            {
                seen.Add(post.Post);
            }
        }

        _absent[community] = absent;
        return [.. seen.Order()];
    }

    /// <summary>Looks at it again the next time: nothing came of it now.</summary>
    public void Keep(long community, TurnPost post, TurnReply reply) => _absent[community].Add(new RepliedPost(post.Post, post.Author, reply.At));

    /// <summary>Forgets everything in memory: the next look is a first one.</summary>
    public void Forget()
    {
        _lookedUntil.Clear();
        _absent.Clear();
    }
}
