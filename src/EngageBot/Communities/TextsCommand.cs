using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod texts [TEXT]</c>: what the bot says to members in the moderators' own words. What was written is shown as members will read it, and can be taken back.</summary>
internal sealed class TextsCommand(RulesBook book, RulesStore store) : ISlashCommand
{
    private const string Command = "texts";
    private const string Text = "text";
    private const string List = "list";
    private const string Words = "words";

    /// <summary>Before the name of a text: it is to be said as the language has it.</summary>
    private const string Usual = "usual-";

    /// <summary>Of each text so much is shown that all of them fit into one message.</summary>
    private static readonly int[] LongestShown = [50, 40, 30, 20, 10];

    /// <summary>Names of buttons and forms have no dots.</summary>
    private static readonly Dictionary<string, string> ByAction = OwnTexts.Names.ToDictionary(ActionOf, name => name, StringComparer.Ordinal);

    public string Name => Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Text, CommandOptionKind.Text) { Choices = OwnTexts.Names }];

    /// <summary>Shows which texts there are.</summary>
    public static MessageButton ListButton(TextBook texts) => new(new ButtonId(Command, List, 0), texts["rules.button.texts"]);

    /// <summary>Opens the form of one of them.</summary>
    public static ButtonId ButtonOf(string name) => new(Command, ActionOf(name), 0);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Typed typed when OwnTexts.Names.Contains(typed.Options.GetValueOrDefault(Text, string.Empty)) => Opens(request, typed.Options[Text], texts),
        CommandRequest.Pressed { Button.Action: var action } when ByAction.TryGetValue(action, out var name) => Opens(request, name, texts),
        CommandRequest.Pressed { Button.Action: var action } when action.StartsWith(Usual, StringComparison.Ordinal) && ByAction.TryGetValue(action[Usual.Length..], out var name) =>
            await ChangeAsync(request, name, words: null, texts, cancellationToken),
        CommandRequest.Submitted { Form.Action: var action, Fields: var fields } when ByAction.TryGetValue(action, out var name) =>
            await ChangeAsync(request, name, ChatText.Clean(fields.GetValueOrDefault(Words, string.Empty)).ReplaceLineEndings("\n").Trim(), texts, cancellationToken),
        _ => new CommandReply.Says(Listed(book.Of(request.Community), texts)),
    };

    private CommandReply.Opens Opens(CommandRequest request, string name, TextBook texts) => new(new CommandForm(new ButtonId(Command, ActionOf(name), 0), texts["texts.form"],
    [
        new FormField(Words, texts["texts.field.words"])
        {
            Value = book.Of(request.Community).Wording()[name],
            IsRequired = true,
            IsLong = true,
            MostCharacters = OwnTexts.MostOf(name),
        },
    ]));

    private async Task<CommandReply> ChangeAsync(CommandRequest request, string name, string? words, TextBook texts, CancellationToken cancellationToken)
    {
        var outcome = await store.ChangeAsync(request.By, rules => OwnTexts.Worded(rules, name, words), cancellationToken);
        if (RulesAnswers.Problem(outcome, texts) is { } problem)
        {
            return words is null ? new CommandReply.Says(problem) : new CommandReply.Complains(new Dictionary<string, string> { [Words] = problem });
        }

        var rules = book.Of(request.Community);
        List<MessageButton> buttons = [new(ButtonOf(name), texts["texts.button.change"])];
        if (rules.Texts.ContainsKey(name))
        {
            buttons.Add(new MessageButton(new ButtonId(Command, Usual + ActionOf(name), 0), texts["texts.button.usual"]));
        }

        if (outcome is RulesOutcome.Changed changed)
        {
            buttons.Add(RulesCommand.UndoButton(changed.Revision, texts));
        }

        return new CommandReply.Says(texts.Of("texts.shown", ("name", name), ("text", TextPreview.Of(rules.Wording(), name)))) { Buttons = buttons };
    }

    private static string Listed(CommunityRules rules, TextBook texts)
    {
        var wording = rules.Wording();
        string With(int longest) => string.Join('\n', OwnTexts.Names.Select(name => $"{(rules.Texts.ContainsKey(name) ? "✎" : "•")} {name}: {OneLine.Of(wording[name], longest)}").Prepend(texts["texts.list"]));
        return With(LongestShown.First(longest => longest == LongestShown[^1] || MessageRoom.Of(With(longest)) <= MessageRoom.Most));
    }

    private static string ActionOf(string name) => name.Replace('.', '-');
}
