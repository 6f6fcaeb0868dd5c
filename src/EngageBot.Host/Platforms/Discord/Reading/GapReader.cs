using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>Reads what is missing of one channel from its history: the newest first, since that is what is kept where there is too much.</summary>
internal sealed class GapReader(DiscordRestClient client, TimeSpan readBack, TimeSpan firstReadBack, int mostMessages, TimeProvider clock)
{
    /// <summary>What is written at the same moment may come in another order than its ids say.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(10);

    /// <param name="mark">Up to where the channel is known.</param>
    /// <returns>The messages in order of time, or why there are none.</returns>
    public async Task<(IReadOnlyList<Message> Messages, RestResult<IReadOnlyList<Message>>? Refusal)> ReadAsync(
        ReadGap gap, Snowflake? mark, CancellationToken cancellationToken)
    {
        var after = After(mark);
        List<Message> messages = [];
        await foreach (var page in client.GetPagesBeforeAsync(gap.Channel, new Snowflake(gap.UpTo.Value + 1), cancellationToken))
        {
            if (page.ValueOrDefault is not { } read)
            {
                return ([], page);
            }

            messages.AddRange(read.Where(message => message.Id > after));
            if (messages.Count >= mostMessages || read.Any(message => message.Id <= after))
            {
                break;
            }
        }

        return ([.. messages.OrderBy(message => message.Id).TakeLast(mostMessages)], null);
    }

    private Snowflake After(Snowflake? mark)
    {
        var oldest = Snowflake.At(clock.GetUtcNow() - (mark is null && firstReadBack > readBack ? firstReadBack : readBack));
        var known = mark is { } known1 ? Snowflake.At(known1.CreatedAt - SameMoment) : oldest;
        return known > oldest ? known : oldest;
    }
}
