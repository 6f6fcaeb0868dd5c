using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod channel watch|ignore|promotion|usual|waits CHANNEL</c>: what the bot does in a channel, and how long it waits there.</summary>
internal sealed class ChannelCommand(RulesBook book, RulesStore store, ChannelNames names, TimeProvider clock) : ISlashCommand
{
    public const string Command = "channel";

    private const string State = "state";
    private const string Channel = "channel";
    private const int LongestName = 60;

    public string Name => Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new(State, CommandOptionKind.Text) { IsRequired = true, Choices = [.. ChannelChoice.All, ChannelWaitsForm.Action] },
        new(Channel, CommandOptionKind.Channel) { IsRequired = true },
    ];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Submitted { Form.Action: ChannelWaitsForm.Action } form)
        {
            return await ChangeWaitsAsync(form, texts, cancellationToken);
        }

        if (request is not CommandRequest.Typed typed || typed.Options.GetValueOrDefault(State) is not { } choice || !Options[0].Choices.Contains(choice)
            || typed.Options.GetValueOrDefault(Channel) is not { } id)
        {
            return new CommandReply.Says(texts["channel.usage"]);
        }

        return choice == ChannelWaitsForm.Action ? await OpenWaitsAsync(request, id, texts, cancellationToken)
            : (await names.MeantByAsync(request.Member, id, [], cancellationToken)).TryGetValue(id, out var name) ? await ChooseAsync(request, choice, name, id, texts, cancellationToken)
            : new CommandReply.Complains(Channel, texts["channel.unknown"]);
    }

    /// <summary>Where it is not known in time whether he may see the channel, nothing of it stands in the form. Whether he may is looked at again when it is sent in.</summary>
    private async Task<CommandReply> OpenWaitsAsync(CommandRequest request, string id, TextBook texts, CancellationToken cancellationToken)
    {
        using var soon = new FormDeadline(clock, cancellationToken);
        var rules = book.Of(request.Community);
        return await soon.ReadAsync(stop => names.MeantByAsync(request.Member, id, [], stop)) is not { } meant ? new CommandReply.Opens(ChannelWaitsForm.Of(rules with { Channels = [] }, id, id, texts))
            : meant.TryGetValue(id, out var name) ? new CommandReply.Opens(ChannelWaitsForm.Of(rules, name, id, texts))
            : new CommandReply.Complains(Channel, texts["channel.unknown"]);
    }

    private async Task<CommandReply> ChooseAsync(CommandRequest request, string choice, string name, string id, TextBook texts, CancellationToken cancellationToken)
    {
        var isOnlyOne = false;
        var outcome = await store.ChangeAsync(
            request.By,
            rules =>
            {
                var changed = ChannelChoice.Of(rules, choice, name, id);
                isOnlyOne = changed is null;
                return changed ?? rules;
            },
            cancellationToken);
        var shown = Shown(name);
        return isOnlyOne
            ? new CommandReply.Complains(State, texts.Of("channel.only-one", ("channel", shown)))
            : RulesAnswers.Complaint(outcome, State, texts) ?? new CommandReply.Says(Done(choice, shown, texts));
    }

    private async Task<CommandReply> ChangeWaitsAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken)
    {
        if (ChannelWaitsForm.Read(form.Fields, await names.MeantByAsync(form.Member, string.Join('\n', form.Fields.Values), [], cancellationToken), out var unread) is not { } waits)
        {
            return new CommandReply.Complains(unread.Field, RulesAnswers.Unread(unread.Written, texts));
        }

        var outcome = await store.ChangeAsync(form.By, waits.Change, cancellationToken);
        return RulesAnswers.Complaint(outcome, ChannelWaitsForm.Least, texts) ?? new CommandReply.Says(texts.Of("channel.waits", ("channel", Shown(waits.Name))));
    }

    private static string Shown(string name) => $"#{OneLine.Of(name.TrimStart('#'), LongestName)}";

    private static string Done(string choice, string channel, TextBook texts) => choice switch
    {
        ChannelChoice.Watch => texts.Of("channel.watch", ("channel", channel)),
        ChannelChoice.Ignore => texts.Of("channel.ignore", ("channel", channel)),
        ChannelChoice.Promotion => texts.Of("channel.promotion", ("channel", channel)),
        ChannelChoice.Usual => texts.Of("channel.usual", ("channel", channel)),
        _ => throw new UnreachableException(choice),
    };
}
