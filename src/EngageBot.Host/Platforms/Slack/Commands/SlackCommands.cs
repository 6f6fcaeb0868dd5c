using System.Diagnostics;
using System.Threading.Channels;
using EngageBot.Commands;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;
using EngageBot.Slack.WebApi;
using EngageBot.Texts;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>
/// Answers commands, clicks and forms, beside the intake, within the three seconds that Slack gives: what takes longer is acknowledged first and answered later.
/// <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.
/// </summary>
internal sealed partial class SlackCommands(
    CommandRouter router, SlackHome home, SlackAskers askers, SlackWorlds worlds, TimeProvider clock, ILogger<SlackCommands> logger)
{
    /// <summary>Questions that may wait; an older one could not be answered in time any more.</summary>
    private const int Capacity = 200;

    /// <summary>Some may take long, and a form must not wait behind them.</summary>
    private const int AtOnce = 32;

    /// <summary>Who asks is told to the product before what he decides, where it has the time.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.3);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1.5);

    private readonly Channel<SlackQuestion> _waiting =
        System.Threading.Channels.Channel.CreateBounded<SlackQuestion>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes a question.</summary>
    /// <returns>What to say with the acknowledgement; null for nothing.</returns>
    public async Task<AckPayload?> TakeAsync(SlackPayload payload, CancellationToken cancellationToken)
    {
        if (SlackQuestionReader.From(payload) is not { } from)
        {
            return null;
        }

        var question = new SlackQuestion(payload, from.Team, from.User, clock.GetUtcNow(), WhileItTakes(payload));
        if (!_waiting.Writer.TryWrite(question))
        {
            LogTooMany(from.Team);
            return null;
        }

        var inTime = await Task.WhenAny(question.Acknowledged, Task.Delay(Soon, clock, cancellationToken)) == question.Acknowledged;
        if (!inTime)
        {
            question.TryAcknowledge(question.Late);
        }

        return await question.Acknowledged;
    }

    /// <summary>Answers until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (question, stop) => await AnswerAsync(question, stop));

    private static AckPayload.Update? WhileItTakes(SlackPayload payload) =>
        payload is ViewSubmission ? new AckPayload.Update(SlackReplies.ViewSaying("…", [], TextBook.In(TextBook.DefaultLanguage), own: null)) : null;

    private async Task AnswerAsync(SlackQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            if (worlds.Find(question.Team) is { IsGone: false } world)
            {
                await AnswerAsync(world, question, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is SlackException or InvalidRequestException)
        {
            LogUnanswered(question.Team, fault.Message);
        }
        finally
        {
            question.TryAcknowledge(null);
        }
    }

    private async Task AnswerAsync(SlackWorld world, SlackQuestion question, CancellationToken cancellationToken)
    {
        // A click or shortcut says nothing with its acknowledgement: Slack waits for it no longer than it must.
        if (question.Payload is BlockActions or MessageShortcut or EventCallback)
        {
            question.TryAcknowledge(null);
        }

        var (facts, told) = await askers.FindAsync(world, question.User, cancellationToken);
        await Task.WhenAny(told, Task.Delay(Moment, clock, cancellationToken));
        await AnswerAsync(world, question, facts, cancellationToken);
        await told;
    }

    private async Task AnswerAsync(SlackWorld world, SlackQuestion question, AskerFacts facts, CancellationToken cancellationToken)
    {
        var by = await askers.WithRoleAsync(world, router.InItsLanguage(SlackQuestionReader.AskerOf(question, facts)), facts, cancellationToken);
        if (question.Payload is EventCallback)
        {
            Note(question, await home.ShowAsync(world, by, cancellationToken));
            return;
        }

        await SayAsync(world, question, by, await ReplyAsync(question, by, cancellationToken), cancellationToken);
        if (home.MayShowOtherwise(question.Payload, world, question.User))
        {
            Note(question, await home.ShowAsync(world, by, cancellationToken));
        }
    }

    private async Task<CommandReply?> ReplyAsync(SlackQuestion question, Asker by, CancellationToken cancellationToken) => question.Payload switch
    {
        SlashCommand command => await TypedCommand.RunAsync(router, command, by, cancellationToken),
        Interaction interaction when SlackQuestionReader.Read(interaction, by) is { } request => await router.RunAsync(request, cancellationToken),
        _ => null,
    };

    private async Task SayAsync(SlackWorld world, SlackQuestion question, Asker by, CommandReply? reply, CancellationToken cancellationToken)
    {
        var texts = TextBook.In(by.Language);
        if (reply is CommandReply.Says { File: { } file } && !await SlackFiles.HandAsync(world, question.User, file, cancellationToken) && file.Alt is null)
        {
            reply = new CommandReply.Says(texts["command.failed"]);
        }

        if (reply is not null)
        {
            await SayAsync(world, question, reply, texts, cancellationToken);
        }
    }

    private async Task SayAsync(SlackWorld world, SlackQuestion question, CommandReply reply, TextBook texts, CancellationToken cancellationToken)
    {
        switch (question.Payload)
        {
            case ViewSubmission sent:
                await SayInFormAsync(world, question, sent, reply, texts, cancellationToken);
                break;
            case SlashCommand { ResponseUrl: var address, TriggerId: var trigger }:
                await SayAsync(world, question, reply, texts, (address, trigger), cancellationToken);
                break;
            case BlockActions { View: { } view, TriggerId: var trigger }:
                await SayInViewAsync(world, question, (view, trigger), reply, texts, cancellationToken);
                break;
            case BlockActions { ResponseUrl: var address, TriggerId: var trigger }:
                await SayAsync(world, question, reply, texts, (address, trigger), cancellationToken);
                break;
            case MessageShortcut { ResponseUrl: var address, TriggerId: var trigger } shortcut:
                await SayAsync(world, question, reply, texts, (address, trigger), cancellationToken, ThreadOf(shortcut.Message));
                break;
            default:
                throw new UnreachableException(question.Payload.GetType().Name);
        }
    }

    private async Task SayInFormAsync(
        SlackWorld world, SlackQuestion question, ViewSubmission sent, CommandReply reply, TextBook texts, CancellationToken cancellationToken)
    {
        AckPayload answer = reply is CommandReply.Complains complains ? new AckPayload.Errors(complains.ByField) : new AckPayload.Update(SlackReplies.ViewOf(reply, texts, world.Address));
        if (!question.TryAcknowledge(answer))
        {
            // The form is gone by now: what is said, complaints too, takes the place of the words that were put there meanwhile.
            Note(question, await world.Client.UpdateViewAsync(sent.View.Id, hash: null, SlackReplies.ViewOf(reply, texts, world.Address), cancellationToken));
        }
    }

    /// <summary>In a form, what is said takes its place. Over the home a form opens, but for what stands on the page itself: that is shown anew.</summary>
    private async Task SayInViewAsync(
        SlackWorld world, SlackQuestion question, (View View, string? Trigger) pressed, CommandReply reply, TextBook texts, CancellationToken cancellationToken)
    {
        var (view, trigger) = pressed;
        if (!SlackHome.IsIn(view))
        {
            Note(question, await world.Client.UpdateViewAsync(view.Id, hash: null, SlackReplies.ViewOf(reply, texts, world.Address), cancellationToken));
        }
        else if (reply is not CommandReply.Replaces && trigger is not null)
        {
            Note(question, await world.Client.OpenViewAsync(trigger, SlackReplies.ViewOf(reply, texts, world.Address), cancellationToken));
        }
    }

    private async Task SayAsync(
        SlackWorld world,
        SlackQuestion question,
        CommandReply reply,
        TextBook texts,
        (ResponseUrl? Address, string? Trigger) way,
        CancellationToken cancellationToken,
        Timestamp? thread = null)
    {
        var (address, trigger) = way;
        if (reply is CommandReply.Opens opens)
        {
            if (trigger is not null && (await world.Client.OpenViewAsync(trigger, SlackReplies.ViewOf(opens, texts, world.Address), cancellationToken)).IsOk)
            {
                question.TryAcknowledge(null);
                return;
            }

            reply = new CommandReply.Says(texts["command.too-late"]);
        }

        var message = SlackReplies.MessageOf(reply, world.Address) with { ThreadTs = thread };
        if (!question.TryAcknowledge(new AckPayload.Message(message)) && address is not null)
        {
            Note(question, await world.Client.RespondAsync(address, message, cancellationToken));
        }
    }

    /// <summary>Where a message is a reply, what is said about it stands beside it and not in the channel.</summary>
    private static Timestamp? ThreadOf(Message message) => message.ThreadTs is { } thread && thread != message.Ts ? thread : null;

    private void Note<T>(SlackQuestion question, SlackResult<T> result)
    {
        if (!result.IsOk)
        {
            LogUnanswered(question.Team, result.ToString());
        }
    }

    [LoggerMessage(LogLevel.Warning, "A command in workspace {Team} came when too many were waiting, and was not answered")]
    private partial void LogTooMany(string team);

    [LoggerMessage(LogLevel.Warning, "A command in workspace {Team} could not be answered: {Reason}")]
    private partial void LogUnanswered(string team, string reason);
}
