using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>Asks for the public threads of a channel that were archived since a moment, those archived last first.</summary>
internal sealed class ThreadFinder(DiscordRestClient client, TimeSpan readBack, TimeProvider clock)
{
    /// <summary>More threads of one channel are not looked at.</summary>
    private const int Most = 1_000;

    /// <summary>Clocks differ, and what is archived shows up a little later.</summary>
    private static readonly TimeSpan Earlier = TimeSpan.FromMinutes(2);

    /// <returns>The threads, or why there are none.</returns>
    public async Task<(IReadOnlyList<Channel> Threads, RestResult<ThreadList>? Refusal)> FindAsync(ThreadSearch search, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - readBack;
        var since = (search.Since > oldest ? search.Since : oldest) - Earlier;
        Dictionary<Snowflake, Channel> found = [];
        for (DateTimeOffset? before = null; ;)
        {
            var result = await client.ListPublicArchivedThreadsAsync(search.Channel, before, cancellationToken);
            if (result.ValueOrDefault is not { } page)
            {
                return ([], result);
            }

            var fresh = page.Threads.Count(thread => found.TryAdd(thread.Id, thread));
            var last = page.Threads.Select(ArchivedAt).DefaultIfEmpty(DateTimeOffset.MinValue).Min();
            if (!page.HasMore || fresh == 0 || last < since || found.Count >= Most)
            {
                return ([.. found.Values.Where(thread => ArchivedAt(thread) >= since).Take(Most)], null);
            }

            before = last.AddMilliseconds(1); // Several may have been archived in one, and Discord is asked in whole ones.
        }
    }

    private static DateTimeOffset ArchivedAt(Channel thread) => thread.ThreadMetadata?.ArchiveTimestamp ?? DateTimeOffset.MinValue;
}
