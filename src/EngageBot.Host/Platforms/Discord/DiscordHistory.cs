using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>Reads the history of all channels and threads that are known, once more: a channel at a time, the newest messages first.</summary>
internal sealed class DiscordHistory(DiscordRestClient client, DiscordWorld world)
{
    /// <param name="refused">Told of channels that cannot be read, and why; they are passed over.</param>
    public async IAsyncEnumerable<ChatEvent> ReadAsync(
        DateTimeOffset since, Action<string, string> refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var oldest = Snowflake.At(since);
        foreach (var channel in world.Readable())
        {
            await foreach (var page in client.GetPagesBeforeAsync(channel.Id, before: null, cancellationToken))
            {
                if (page is RestResult<IReadOnlyList<Message>>.Refused refusal)
                {
                    refused(channel.Name ?? channel.Id.ToString(), DiscordRefusals.InWords(refusal.Code, refusal.Message));
                }

                var messages = page.ValueOrDefault ?? [];
                foreach (var queued in world.Missed(channel.Id, messages.Where(message => message.Id > oldest)))
                {
                    if (queued.Event is { } happened)
                    {
                        yield return happened;
                    }
                }

                if (messages.Any(message => message.Id <= oldest))
                {
                    break;
                }
            }
        }
    }
}
