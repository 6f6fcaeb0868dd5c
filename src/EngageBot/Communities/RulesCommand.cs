using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod rules</c>: the rules in words, forms to change them, and a button that takes the last change back. What fits into no row of buttons is behind one more.</summary>
internal sealed class RulesCommand(RulesBook book, RulesStore store, ChannelNames names) : ISlashCommand
{
    private const string Undo = "undo";
    private const string Others = "others";

    public string Name => "rules";

    public bool IsForModerators => true;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        // A form opens at once, without a look at the store.
        CommandRequest.Pressed { Button.Action: var form } when RulesForms.Names.Contains(form) =>
            Task.FromResult<CommandReply>(new CommandReply.Opens(RulesForms.Of(form, book.Of(request.Community), texts))),
        CommandRequest.Pressed { Button.Action: Others } => Task.FromResult<CommandReply>(new CommandReply.Says(texts["rules.others"]) { Buttons = OtherButtons(texts) }),
        CommandRequest.Pressed { Button: { Action: Undo, Subject: var revision } } => UndoAsync(request, revision, texts, cancellationToken),
        CommandRequest.Submitted form => ChangeAsync(form, texts, cancellationToken),
        _ => ShowAsync(request, texts, cancellationToken),
    };

    /// <summary>Under what tells of a change.</summary>
    public static MessageButton UndoButton(long revision, TextBook texts) => new(new ButtonId("rules", Undo, revision), texts["rules.button.undo"]);

    /// <summary>Under what tells that the board has no channel.</summary>
    public static MessageButton BoardButton(TextBook texts) => new(new ButtonId("rules", RulesForms.More, 0), texts["live.button.board"]);

    private IReadOnlyList<MessageButton> OtherButtons(TextBook texts) =>
    [
        new(new ButtonId(Name, RulesForms.Asked, 0), texts["rules.button.asked"]),
        new(new ButtonId(Name, RulesForms.People, 0), texts["rules.button.people"]),
        new(new ButtonId(Name, RulesForms.Limits, 0), texts["rules.button.limits"]),
        new(new ButtonId(Name, RulesForms.Team, 0), texts["rules.button.team"]),
        new(new ButtonId(Name, RulesForms.Digest, 0), texts["rules.button.digest"]),
        TextsCommand.ListButton(texts),
    ];

    private async Task<CommandReply> ShowAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var (text, buttons) = await RulesAsync(request, texts, cancellationToken);
        return new CommandReply.Says(text) { Buttons = buttons };
    }

    private async Task<CommandReply> ChangeAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken)
    {
        if (RulesForms.Read(form, out var unread) is not { } change)
        {
            return new CommandReply.Complains(unread.Field, RulesAnswers.Unread(unread.Written, texts));
        }

        var before = book.Of(form.Community);
        var outcome = await store.ChangeAsync(form.By, change, cancellationToken);
        if (RulesAnswers.Complaint(outcome, RulesForms.Blamed(form, before), texts) is { } complaint)
        {
            return complaint;
        }

        var (text, buttons) = await RulesAsync(form, texts, cancellationToken);
        return new CommandReply.Says(string.Join("\n\n", (string[])[(outcome is RulesOutcome.Same ? texts["rules.same"] : texts["rules.done"]), .. HintOf(outcome, form.Community, texts), text])) { Buttons = buttons };
    }

    /// <summary>What else there is to do where a role has just become that of moderators.</summary>
    private static string[] HintOf(RulesOutcome outcome, CommunityId community, TextBook texts) =>
        outcome is RulesOutcome.Changed { Rules.ModeratorRole: { } role } changed && changed.Changes.Any(change => change.Name.Equals(nameof(CommunityRules.ModeratorRole), StringComparison.OrdinalIgnoreCase))
            ? [texts.Of(community.Platform == Platform.Discord ? "rules.moderator-role.discord" : "rules.moderator-role.elsewhere", ("role", OneLine.Of(role, 40)))]
            : [];

    private async Task<CommandReply> UndoAsync(CommandRequest request, long revision, TextBook texts, CancellationToken cancellationToken)
    {
        var outcome = await store.UndoAsync(request.By, revision, cancellationToken);
        if (RulesAnswers.Problem(outcome, texts) is { } problem)
        {
            return new CommandReply.Says(problem);
        }

        var (text, buttons) = await RulesAsync(request, texts, cancellationToken);
        return new CommandReply.Replaces($"{texts["rules.undone"]}\n\n{text}") { Buttons = buttons };
    }

    private async Task<(string Text, IReadOnlyList<MessageButton> Buttons)> RulesAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await book.RefreshAsync(cancellationToken);
        var last = await store.HistoryAsync(request.Community, most: 1, cancellationToken) is [var newest] ? newest : null;
        var text = RulesWords.Of(book.Of(request.Community), await names.OfAsync(request.Community, cancellationToken), last, texts);
        List<MessageButton> buttons =
        [
            new(new ButtonId(Name, RulesForms.Waits, 0), texts["rules.button.waits"]) { IsMain = true },
            new(new ButtonId(Name, RulesForms.More, 0), texts["rules.button.more"]),
            new(new ButtonId(Name, Others, 0), texts["rules.button.others"]),
        ];
        if (last is not null)
        {
            buttons.Add(UndoButton(last.Revision, texts));
        }

        return (text, buttons);
    }
}
