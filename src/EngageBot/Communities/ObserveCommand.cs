using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod observe [step] [channel]</c>: the bot says nothing any more, or nothing of one step or in one channel, and takes away what stands.</summary>
internal sealed class ObserveCommand(CommunitySwitch communities, RulesStore store, ChannelNames names) : ISlashCommand
{
    public string Name => "observe";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options => StepOptions.Options;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (await StepOptions.ReadAsync(request, names, cancellationToken) is not { } wanted)
        {
            return new CommandReply.Says(texts["live.usage"]);
        }

        if (wanted.IsAll)
        {
            return new CommandReply.Says(await communities.ObserveAsync(request.Community, cancellationToken) ? texts["observe.done"] : texts["observe.already"]);
        }

        var outcome = await store.ChangeAsync(
            request.By, rules => StepChoice.Of(rules, wanted.Step, wanted.Channel, wanted.Name, isOn: false), cancellationToken);
        return new CommandReply.Says(RulesAnswers.Problem(outcome, texts) ?? texts.Of("observe.step.done", ("what", wanted.InWords(texts))));
    }
}
