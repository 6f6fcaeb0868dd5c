using System.Threading.Channels;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Texts;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Discord.Commands;

/// <summary>
/// Answers interactions, beside the listener, within the three seconds that Discord gives: what takes longer is put off first and answered later.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction"/>.
/// </summary>
/// <param name="application">The bot's application, which owns its commands.</param>
internal sealed partial class DiscordInteractions(
    DiscordRestClient client, Snowflake application, DiscordWorld world, CommandRouter router, RulesBook rules, TimeProvider clock, ILogger<DiscordInteractions> logger)
{
    /// <summary>Interactions that may wait; an older one could not be answered in time any more.</summary>
    private const int Capacity = 200;

    /// <summary>Some may take long, and a form must not wait behind them.</summary>
    private const int AtOnce = 32;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1.5);

    private readonly Dictionary<string, string> _onMessages = router.Listed
        .Where(command => command.IsOnMessages)
        .SelectMany(command => TextBook.Languages.Select(language => (Name: TextBook.In(language)[$"command.{command.Name}.on-message"], Command: command.Name)))
        .DistinctBy(one => one.Name)
        .ToDictionary(one => one.Name, one => one.Command);

    private readonly Channel<Interaction> _waiting = System.Threading.Channels.Channel.CreateBounded<Interaction>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes an interaction; the listener does not wait for it.</summary>
    public void Take(Interaction interaction)
    {
        if (!_waiting.Writer.TryWrite(interaction))
        {
            LogTooMany(interaction.Id);
        }
    }

    /// <summary>Lists the commands on Discord where they have changed, and answers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(cancellationToken);
        await Parallel.ForEachAsync(
            _waiting.Reader.ReadAllAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (interaction, stop) => await AnswerAsync(interaction, stop));
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await CommandRegistration.EnsureAsync(client, application, CommandList.Of(router.Listed), cancellationToken);
            if (result is RestResult<bool>.Refused refused)
            {
                LogNotListed(DiscordRefusals.InWords(refused.Code, refused.Message));
            }
        }
        catch (DiscordUnavailableException fault)
        {
            LogNotListed(fault.Message);
        }
    }

    private async Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (InteractionReader.Read(interaction, clock.GetUtcNow(), world.Find, _onMessages) is not { } request)
        {
            return;
        }

        request = request with { By = request.By with { HasModeratorRole = HasModeratorRole(interaction, request.Community) } };

        try
        {
            var server = interaction.GuildId is null ? request.Community : (CommunityId?)null;
            var work = Task.Run(() => router.RunAsync(request, cancellationToken), cancellationToken); // The embedded store holds its thread up.
            if (await Task.WhenAny(work, Task.Delay(Soon, clock, cancellationToken)) == work)
            {
                await client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, InteractionReplies.Of(await work, server), cancellationToken);
                return;
            }

            await PutOffAsync(interaction, request, cancellationToken);
            await AnswerLateAsync(interaction, request, await work, server, cancellationToken);
        }
        catch (DiscordUnavailableException fault)
        {
            LogUnanswered(interaction.Id, fault.Message);
        }
    }

    /// <summary>By the roles that Discord tells of with the interaction: it tells of none in a direct message.</summary>
    private bool HasModeratorRole(Interaction interaction, CommunityId community) => interaction is { GuildId: { } id, Member: { } member }
        && rules.Of(community).ModeratorRole is { } role && world.Guild(id) is { } guild && DiscordPermissions.HasRole(guild, member.Roles, role);

    private async Task PutOffAsync(Interaction interaction, CommandRequest request, CancellationToken cancellationToken)
    {
        InteractionResponse later = request is CommandRequest.Pressed
            ? new InteractionResponse.DeferredUpdateMessage()
            : new InteractionResponse.DeferredChannelMessageWithSource(Ephemeral: true);
        await client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, later, cancellationToken);
    }

    /// <summary>A form cannot open any more; what is said after a press must not take the place of what was pressed.</summary>
    private async Task AnswerLateAsync(Interaction interaction, CommandRequest request, CommandReply reply, CommunityId? server, CancellationToken cancellationToken)
    {
        if (reply is CommandReply.Opens)
        {
            reply = new CommandReply.Says(TextBook.In(router.InItsLanguage(request.By).Language)["command.too-late"]);
        }

        if (request is CommandRequest.Pressed && InteractionReplies.Of(reply, server) is InteractionResponse.ChannelMessageWithSource { Message: var message })
        {
            await client.CreateFollowupMessageAsync(interaction.ApplicationId, interaction.Token, message, cancellationToken);
            return;
        }

        await client.EditOriginalInteractionResponseAsync(interaction.ApplicationId, interaction.Token, InteractionReplies.Late(reply, server)!, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} came when too many were waiting, and was not answered")]
    private partial void LogTooMany(Snowflake interaction);

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} could not be answered: {Reason}")]
    private partial void LogUnanswered(Snowflake interaction, string reason);

    [LoggerMessage(LogLevel.Warning, "The bot's commands could not be listed on Discord: {Reason}")]
    private partial void LogNotListed(string reason);
}
