using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>How fast communities answer, and who answers in them. It takes the longest of all that planning needs, and is the same whichever rules hold.</summary>
internal sealed class CommunityPaces(WriteSession session)
{
    private readonly Dictionary<long, (ResponsePace Pace, Answerers Answerers)> _communities = [];

    /// <param name="community">Its key.</param>
    public (ResponsePace Pace, Answerers Answerers) Of(long community)
    {
        if (!_communities.TryGetValue(community, out var facts))
        {
            _communities.Add(community, facts = (new ResponsePace(session, community), new Answerers(session, community)));
        }

        return facts;
    }
}
