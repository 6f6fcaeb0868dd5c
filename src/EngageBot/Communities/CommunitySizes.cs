using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>How many people communities have, as far as it matters, for those who ask again and again: counted once a day.</summary>
internal sealed class CommunitySizes(WriteSession session)
{
    private const long Day = 86_400_000;

    private readonly Dictionary<long, (long Day, long People)> _known = [];

    /// <param name="community">By its key.</param>
    /// <param name="now">Unix milliseconds.</param>
    public async ValueTask<long> OfAsync(long community, long now, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(community, out var known) || known.Day != now / Day)
        {
            _known[community] = known = (now / Day, await CommunitySize.OfAsync(session, community, cancellationToken));
        }

        return known.People;
    }
}
