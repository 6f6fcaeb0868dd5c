using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>
/// Reads what is missing of one channel from its history, the newest first, and then the replies of those threads that have newer ones, also where the thread began
/// before the gap did. <see href="https://docs.slack.dev/reference/methods/conversations.history"/>.
/// </summary>
internal sealed class GapReader(TimeSpan readBack, TimeSpan firstReadBack, int mostMessages, TimeProvider clock)
{
    /// <summary>Slack sends again for some minutes what was not acknowledged: so far before the mark something may be missing still.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    public async Task<GapRead> ReadAsync(SlackWorld world, ReadGap gap, CancellationToken cancellationToken)
    {
        var after = After(world.Reading.Mark(gap.Channel), gap.Parents);
        var (messages, refusal) = await HistoryAsync(world, gap.Channel, after, cancellationToken);
        if (refusal is null)
        {
            refusal = await AddRepliesAsync(world, gap.Channel, after, messages, cancellationToken);
        }

        return refusal is null
            ? new GapRead(after, [.. messages.DistinctBy(message => message.Ts).OrderBy(message => message.Ts)])
            : new GapRead(after, []) { Refusal = refusal };
    }

    private Timestamps After(MessageId? mark, TimeSpan parents)
    {
        var now = clock.GetUtcNow();
        var oldest = now - (mark is null && firstReadBack > readBack ? firstReadBack : readBack);
        var known = mark is { } upTo ? SlackMapper.TimestampOf(upTo).ToDateTimeOffset() - Overlap : oldest;
        var written = known > oldest ? known : oldest;
        var looked = now - parents;
        return new Timestamps(Timestamp.At(written), Timestamp.At(looked < written ? looked : written));
    }

    private async Task<(List<Message> Messages, SlackResult<IReadOnlyList<Message>>? Refusal)> HistoryAsync(
        SlackWorld world, string channel, Timestamps after, CancellationToken cancellationToken)
    {
        List<Message> messages = [];
        if (mostMessages > 0)
        {
            await foreach (var page in world.Client.GetHistoryAsync(channel, new HistoryRequest { Oldest = after.Oldest }, cancellationToken))
            {
                if (page.ValueOrDefault is not { } read)
                {
                    return ([], page);
                }

                messages.AddRange(read);
                if (messages.Count >= mostMessages)
                {
                    break;
                }
            }
        }

        return ([.. messages.OrderByDescending(message => message.Ts).Take(mostMessages)], null);
    }

    /// <returns>Why they cannot be read; null where all is well.</returns>
    private async Task<SlackResult<IReadOnlyList<Message>>?> AddRepliesAsync(
        SlackWorld world, string channel, Timestamps after, List<Message> messages, CancellationToken cancellationToken)
    {
        var threads = messages.Where(message => message.ReplyCount > 0 && (message.LatestReply is not { } latest || latest > after.Written)).Select(message => message.Ts).ToList();
        var replies = 0;
        foreach (var thread in threads)
        {
            await foreach (var page in world.Client.GetRepliesAsync(channel, thread, new HistoryRequest { Oldest = after.Written }, cancellationToken))
            {
                if (page is SlackResult<IReadOnlyList<Message>>.Refused { Error: SlackError.ThreadNotFound })
                {
                    break; // Deleted meanwhile.
                }

                if (page.ValueOrDefault is not { } read)
                {
                    return page;
                }

                var newer = read.Where(message => message.Ts != thread && message.Ts > after.Written).Take(mostMessages - replies).ToList();
                messages.AddRange(newer);
                replies += newer.Count;
            }

            if (replies >= mostMessages)
            {
                break;
            }
        }

        return null;
    }
}
