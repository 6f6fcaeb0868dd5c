using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>
/// <c>/engage-mod live [step] [channel]</c>: from now on the bot says what it plans, all of it or one step, everywhere or in one channel. The first messages of each kind wait for a
/// moderator's word.
/// </summary>
internal sealed class LiveCommand(CommunitySwitch communities, RulesBook book, RulesStore store, ChannelNames names) : ISlashCommand
{
    private const string HoldOutOff = "hold-out-off";

    public string Name => "live";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options => StepOptions.Options;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Pressed { Button.Action: HoldOutOff })
        {
            var off = await store.ChangeAsync(request.By, rules => rules with { HoldOutShare = 0 }, cancellationToken);
            return new CommandReply.Says(RulesAnswers.Problem(off, texts) ?? texts["live.hold-out.off"]);
        }

        if (await StepOptions.ReadAsync(request, names, cancellationToken) is not { } wanted)
        {
            return new CommandReply.Says(texts["live.usage"]);
        }

        var isLive = await communities.FindAsync(request.Community, cancellationToken) is { LiveSince: not null };
        if (!wanted.IsAll || book.Of(request.Community).Steps.Count > 0)
        {
            var outcome = await store.ChangeAsync(
                request.By,
                rules => wanted.IsAll ? StepChoice.Everything(rules) : StepChoice.Of(rules, wanted.Step, wanted.Channel, wanted.Name, isOn: true, isAlone: !isLive),
                cancellationToken);
            if (RulesAnswers.Problem(outcome, texts) is { } problem)
            {
                return new CommandReply.Says(problem);
            }
        }

        var isNews = await communities.GoLiveAsync(request.Community, request.At, cancellationToken);
        var said = !wanted.IsAll ? texts.Of("live.step.done", ("what", wanted.InWords(texts))) : isNews ? texts["live.done"] : texts["live.already"];
        return await WithButtonsAsync(string.Join('\n', [said, .. await BesidesAsync(request, isNews, texts, cancellationToken)]), request, texts, cancellationToken);
    }

    /// <summary>Moderators are told that about some posts nobody is asked, and can switch that off; and where there is no board yet, one press opens the form that names its channel.</summary>
    private async Task<CommandReply> WithButtonsAsync(string said, CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var rules = book.Of(request.Community);
        var share = rules.IsLiveSomewhere(LiveStep.Asks) ? rules.HoldOutShareFor(await communities.PeopleAsync(request.Community, cancellationToken)) : 0;
        var percent = Math.Round(share * 100, 1).ToString("0.#", CultureInfo.InvariantCulture);
        List<MessageButton> buttons = [];
        if (HasNoBoard(rules))
        {
            buttons.Add(RulesCommand.BoardButton(texts) with { IsMain = true });
        }

        if (share > 0)
        {
            said += "\n" + texts.Of("live.hold-out", ("percent", percent));
            buttons.Add(new MessageButton(new ButtonId(Name, HoldOutOff, 0), texts["live.button.hold-out-off"]));
        }

        return new CommandReply.Says(said) { Buttons = buttons };
    }

    private async Task<IReadOnlyList<string>> BesidesAsync(CommandRequest request, bool isNews, TextBook texts, CancellationToken cancellationToken)
    {
        var rules = book.Of(request.Community);
        List<string> besides = [];
        if (isNews && rules.Approvals > 0)
        {
            var isPlaceKnown = rules.ModeratorChannel is not null || await communities.KnowsModeratorsAsync(request.Community, cancellationToken);
            besides.Add(texts.Of(isPlaceKnown ? "live.approvals" : "live.no-approvals", ("count", rules.Approvals.ToString(CultureInfo.InvariantCulture))));
        }

        if (HasNoBoard(rules))
        {
            besides.Add(texts["live.no-board"]);
        }

        return besides;
    }

    private static bool HasNoBoard(CommunityRules rules) => rules.PublicStep != PublicStep.Reply && rules.BoardChannel is null;
}
