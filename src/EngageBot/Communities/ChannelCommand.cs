using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod channel watch|ignore|promotion|usual CHANNEL</c>: what the bot does in a channel.</summary>
internal sealed class ChannelCommand(RulesStore store, ChannelNames names) : ISlashCommand
{
    private const string State = "state";
    private const string Channel = "channel";
    private const int LongestName = 60;

    public string Name => "channel";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new(State, CommandOptionKind.Text) { IsRequired = true, Choices = ChannelChoice.All },
        new(Channel, CommandOptionKind.Channel) { IsRequired = true },
    ];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Typed typed || typed.Options.GetValueOrDefault(State) is not { } choice || !ChannelChoice.All.Contains(choice)
            || typed.Options.GetValueOrDefault(Channel) is not { } id)
        {
            return new CommandReply.Says(texts["channel.usage"]);
        }

        if (!(await names.MeantByAsync(request.Member, id, [], cancellationToken)).TryGetValue(id, out var name))
        {
            return new CommandReply.Says(texts["channel.unknown"]);
        }

        var shown = $"#{OneLine.Of(name.TrimStart('#'), LongestName)}";
        var isOnlyOne = false;
        var outcome = await store.ChangeAsync(
            request.Community,
            rules =>
            {
                var changed = ChannelChoice.Of(rules, choice, name, id);
                isOnlyOne = changed is null;
                return changed ?? rules;
            },
            request.Member.Value,
            cancellationToken);
        return new CommandReply.Says(isOnlyOne
            ? texts.Of("channel.only-one", ("channel", shown))
            : RulesAnswers.Problem(outcome, texts) ?? Done(choice, shown, texts));
    }

    private static string Done(string choice, string channel, TextBook texts) => choice switch
    {
        ChannelChoice.Watch => texts.Of("channel.watch", ("channel", channel)),
        ChannelChoice.Ignore => texts.Of("channel.ignore", ("channel", channel)),
        ChannelChoice.Promotion => texts.Of("channel.promotion", ("channel", channel)),
        ChannelChoice.Usual => texts.Of("channel.usual", ("channel", channel)),
        _ => throw new UnreachableException(choice),
    };
}
