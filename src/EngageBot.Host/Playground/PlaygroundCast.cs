using EngageBot.Chat;

namespace EngageBot.Host.Playground;

/// <summary>Chooses as whom one can write: those who write most, and whoever wrote last, so that the last word is somebody's.</summary>
internal static class PlaygroundCast
{
    public static IReadOnlyList<PlaygroundMember> Of(IReadOnlyList<ChatEvent> past, PlaygroundWorld world)
    {
        var written = past.OfType<MessageCreated>().Where(message => world.Member(message.Author.Value) is { IsBot: false }).ToList();
        var cast = written.CountBy(message => message.Author.Value).OrderByDescending(author => author.Value).ThenBy(author => author.Key, StringComparer.Ordinal)
            .Select(author => author.Key).Take(PlaygroundTown.Players - 1).ToList();
        if (written.Count > 0 && !cast.Contains(written[^1].Author.Value))
        {
            cast.Add(written[^1].Author.Value);
        }

        if (cast.Count > 0)
        {
            world.Put(world.Member(cast[0])! with { IsModerator = true });
        }

        return [.. cast.Select(id => world.Member(id)!)];
    }
}
