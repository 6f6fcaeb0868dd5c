using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Onboarding;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Commands;

/// <summary>A form must be a platform's first answer, within three seconds: however long the store takes, it opens, with less in it if need be.</summary>
public sealed class FormsOpenAtOnceTests
{
    private static readonly TextBook English = TextBook.In("en");

    private static readonly Asker Mod = new(TestTime.Community, TestTime.Member("mod"), TestTime.Noon) { ManagesCommunity = true };

    private static readonly Dictionary<string, CommandRequest> Openers = new()
    {
        ["setup"] = Pressed("setup", "fill"),
        ["helpers"] = Pressed("helpers", "signup"),
        ["helpers signup help"] = Typed("helpers", ("action", "signup"), ("channel", "help")),
        ["notice"] = Typed("notice"),
        ["notice help"] = Typed("notice", ("channel", "help")),
        ["channel waits help"] = Typed("channel", ("state", "waits"), ("channel", "help")),
        ["helper"] = Pressed("helper", "sign-up"),
        ["rules"] = Pressed("rules", "team"),
        ["texts"] = Typed("texts", ("text", "board.title")),
    };

    public static TheoryData<string> Names => [.. Openers.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_form_opens_though_the_store_keeps_everybody_waiting(string opener)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { Channels = [new ChannelRules { Channel = "help", WaitAtLeast = TimeSpan.FromSeconds(3) }] });
        await using var held = new HeldDataSource(database.Source);
        var never = new TaskCompletionSource();
        var opening = Task.Run(() => CommandOf(Openers[opener], story, held, (_, _) => never.Task).RunAsync(Openers[opener], English, CancellationToken.None));
        var form = Assert.IsType<CommandReply.Opens>(await story.Clock.PassUntilAsync(opening)).Form;
        held.LetGo();
        never.SetResult();

        Assert.NotEmpty(form.Fields);
        Assert.DoesNotContain(form.Fields, field => field.Value.Contains("3 s", StringComparison.Ordinal)); // Of a channel that he may not be able to see.
    }

    [Fact]
    public async Task Where_there_is_time_a_form_has_in_it_what_is_known()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { Channels = [new ChannelRules { Channel = "help", WaitAtLeast = TimeSpan.FromSeconds(3) }] });
        var form = Assert.IsType<CommandReply.Opens>(await story.RunAsync(Openers["channel waits help"])).Form;
        Assert.Equal(["help", "3 s", "", ""], form.Fields.Select(field => field.Value));
        form = Assert.IsType<CommandReply.Opens>(await story.RunAsync(Openers["setup"])).Form;
        Assert.Equal("all", form.Fields.Single(field => field.Name == "watched").Value);
    }

    [Fact]
    public async Task What_was_decided_with_the_press_is_decided_though_the_form_did_not_wait_for_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        List<ChatEvent> decided = [];
        var stored = new TaskCompletionSource();
        var command = new HelperCommand(
            (choice, _) =>
            {
                decided.Add(choice);
                return stored.Task;
            },
            database.Source,
            story.Clock);
        Assert.IsType<CommandReply.Opens>(await story.Clock.PassUntilAsync(command.RunAsync(Openers["helper"], English, CancellationToken.None)));
        Assert.IsType<MemberChoice.Helps>(Assert.Single(decided));
        stored.SetException(new DatabaseException("gone", new InvalidOperationException()));
        await Assert.ThrowsAsync<DatabaseException>(() => command.RunAsync(Openers["helper"], English, CancellationToken.None)); // One that is known in time is said.
    }

    private static ISlashCommand CommandOf(CommandRequest request, LiveStory story, DbDataSource database, Decide decide)
    {
        var (store, names, visibility) = (new RulesStore(database, story.Book, story.Clock), new ChannelNames(database), new Visibility([story.Platform]));
        return (request is CommandRequest.Typed typed ? typed.Command : ((CommandRequest.Pressed)request).Button.Command) switch
        {
            "setup" => new SetupCommand(database, story.Book, store, names, visibility, decide, story.Clock),
            "helpers" => new HelpersCommand(database, story.Book, names, visibility, decide, story.Clock),
            "notice" => new NoticeCommand(story.Book, new TextRetention(14), names, decide, story.Clock),
            "channel" => new ChannelCommand(story.Book, store, names, story.Clock),
            "helper" => new HelperCommand(decide, database, story.Clock),
            "rules" => new RulesCommand(story.Book, store, names),
            _ => new TextsCommand(story.Book, store),
        };
    }

    private static CommandRequest Pressed(string command, string action) => new CommandRequest.Pressed(Mod, new ButtonId(command, action, 0), Message: null);

    private static CommandRequest Typed(string command, params (string Name, string Value)[] options) =>
        new CommandRequest.Typed(Mod, command) { IsForModerators = true, Options = options.ToDictionary(option => option.Name, option => option.Value) };
}
