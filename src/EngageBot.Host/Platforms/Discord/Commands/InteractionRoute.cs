using System.Data.Common;
using System.Text;
using System.Threading.Channels;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Host.Storage;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Discord.Commands;

/// <summary>
/// Brings interactions to the process that answers them. Those in a server come to the process that looks after it. Those in direct messages all come on shard 0, whichever server they are about:
/// they are handed on to the process that has it, which alone knows who may read what there, and what it decides.
/// </summary>
internal sealed partial class InteractionRoute(DiscordSettings settings, DiscordWorld world, DiscordInteractions interactions, ILogger<InteractionRoute> logger)
{
    private const int Capacity = 200;

    private readonly Channel<Interaction> _leaving = System.Threading.Channels.Channel.CreateBounded<Interaction>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes an interaction; the listener does not wait for it.</summary>
    public void Take(Interaction interaction)
    {
        if (settings.Post is null || InteractionReader.ServerOf(interaction) is not { } guild || world.IsOwn(guild))
        {
            interactions.Take(interaction);
        }
        else if (!_leaving.Writer.TryWrite(interaction))
        {
            LogLost(interaction.Id);
        }
    }

    /// <summary>Until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => settings.Post is { } post
        ? Task.WhenAll(HandOnAsync(post, cancellationToken), ReceiveAsync(post, cancellationToken))
        : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    private async Task HandOnAsync(HolderPost post, CancellationToken cancellationToken)
    {
        await foreach (var interaction in _leaving.Reader.ReadAllAsync(cancellationToken))
        {
            var (community, text) = (new CommunityId(Platform.Discord, InteractionReader.ServerOf(interaction)!.Value.ToString()), InteractionJson.Write(interaction));
            try
            {
                if (Encoding.UTF8.GetByteCount(text) > HolderPost.Longest || !await post.TellAsync(community, text, cancellationToken))
                {
                    LogLost(interaction.Id);
                }
            }
            catch (DbException)
            {
                LogLost(interaction.Id);
            }
        }
    }

    private async Task ReceiveAsync(HolderPost post, CancellationToken cancellationToken)
    {
        await foreach (var text in post.ReceivedAsync(cancellationToken))
        {
            // Not handed on once more: who is told has it, or had it a moment ago.
            if (InteractionJson.Read(text) is { } interaction && InteractionReader.ServerOf(interaction) is { } guild && world.IsOwn(guild))
            {
                interactions.Take(interaction);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} is about a server that another process looks after, and could not be handed on")]
    private partial void LogLost(Snowflake interaction);
}
