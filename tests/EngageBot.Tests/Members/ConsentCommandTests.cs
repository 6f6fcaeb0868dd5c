using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Members;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Members;

/// <summary>What members decide about themselves, from the command to the store.</summary>
public sealed class ConsentCommandTests : IAsyncDisposable
{
    private const string Settings = "SELECT m.platform_id, s.helps_since, s.topics, s.paused_until FROM member_settings s JOIN members m ON m.id = s.member";
    private static readonly TextBook English = TextBook.In("en");

    private TestDatabase? _database;
    private TestPipeline? _pipeline;

    [Theory, EachEngine]
    public async Task Somebody_agrees_to_be_asked_and_takes_it_back(TestEngine engine)
    {
        await StartAsync(engine);
        var reply = await RunAsync(new HelperCommand(DecideAsync), Ask.Typed("helper", ("state", "on"), ("topics", "printers,\n Linux")));
        Assert.Equal([$"ada | {TestTime.Noon.ToUnixTimeMilliseconds()} | printers, Linux | -"], await _database!.RowsAsync(Settings));

        var off = Assert.IsType<CommandReply.Says>(reply).Buttons.Single(button => button.Id.Action == "off");
        await RunAsync(new HelperCommand(DecideAsync), Ask.Pressed(off));
        Assert.Equal(["ada | - | printers, Linux | -"], await _database.RowsAsync(Settings));
    }

    [Theory, EachEngine]
    public async Task What_a_helper_leaves_out_stays_as_it_was_and_none_takes_it_away(TestEngine engine)
    {
        await StartAsync(engine);
        const string Said = "SELECT topics, own_hours, time_zone FROM member_settings";
        var command = new HelperCommand(DecideAsync);
        await RunAsync(command, Ask.Typed("helper", ("state", "on"), ("topics", "printers"), ("hours", "22-8"), ("zone", "Europe/Berlin")));
        Assert.Equal(["printers | 22:00-08:00 | Europe/Berlin"], await _database!.RowsAsync(Said));

        await RunAsync(command, Ask.Typed("helper", ("state", "on")));
        await RunAsync(command, Ask.Pressed("helper", "sign-up"));
        await RunAsync(command, Ask.Pressed("helper", "on"));
        Assert.Equal(["printers | 22:00-08:00 | Europe/Berlin"], await _database.RowsAsync(Said));

        await RunAsync(command, Ask.Typed("helper", ("state", "on"), ("hours", "None")));
        Assert.Equal(["printers | - | Europe/Berlin"], await _database.RowsAsync(Said));

        await RunAsync(command, Ask.Typed("helper", ("state", "on"), ("topics", "keine"), ("zone", "-")));
        Assert.Equal(["- | - | -"], await _database.RowsAsync(Said));
    }

    [Theory]
    [InlineData("hours", "late", "helper.bad-hours"), InlineData("hours", "22:00-08:00 Nowhere/Land", "helper.bad-hours"), InlineData("zone", "Nowhere/Land", "helper.bad-zone")]
    public async Task Hours_and_zones_that_are_none_are_explained(string option, string written, string text)
    {
        var reply = await RunAsync(new HelperCommand(NobodyDecides), Ask.Typed("helper", ("state", "on"), (option, written)));
        Assert.Equal(English.Of(text, ("written", written)), Assert.IsType<CommandReply.Says>(reply).Text);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData(null)]
    public async Task What_is_neither_on_nor_off_is_explained(string? state)
    {
        var reply = await RunAsync(new HelperCommand(NobodyDecides), state is null ? Ask.Typed("helper") : Ask.Typed("helper", ("state", state)));
        Assert.Equal(English["helper.usage"], Assert.IsType<CommandReply.Says>(reply).Text);
    }

    [Theory, EachEngine]
    public async Task A_pause_has_an_end_and_can_be_ended(TestEngine engine)
    {
        await StartAsync(engine);
        var reply = await RunAsync(new PauseCommand(DecideAsync), Ask.Typed("pause", ("days", "3")));
        Assert.Contains("2026-01-08", Assert.IsType<CommandReply.Says>(reply).Text, StringComparison.Ordinal);
        Assert.Equal([$"ada | - | - | {TestTime.Noon.AddDays(3).ToUnixTimeMilliseconds()}"], await _database!.RowsAsync(Settings));

        await RunAsync(new PauseCommand(DecideAsync), Ask.Typed("pause", ("days", "0")));
        Assert.Equal(["ada | - | - | -"], await _database.RowsAsync(Settings));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("366")]
    [InlineData("soon")]
    [InlineData("1.5")]
    public async Task Days_that_are_none_are_explained(string days)
    {
        var reply = await RunAsync(new PauseCommand(NobodyDecides), Ask.Typed("pause", ("days", days)));
        Assert.Equal(English["pause.usage"], Assert.IsType<CommandReply.Says>(reply).Text);
    }

    [Theory, EachEngine]
    public async Task Who_opts_out_is_forgotten_at_once_and_his_reply_still_answers(TestEngine engine)
    {
        await StartAsync(engine);
        await _pipeline!.HandleAsync(
            A.Message("is the printer broken, does anybody know?").Id(1).By("bob"),
            A.Message("turn it around, see https://printers.example/manual for how that goes").Id(2).By("ada").ReplyingTo(1).At(TestTime.Noon.AddMinutes(1)),
            new ReactionAdded(TestTime.Community, TestTime.Noon, TestTime.Channel("general")) { Message = new MessageId(1), Member = Ask.Ada, Emoji = "👍" });

        var asked = Assert.IsType<CommandReply.Says>(await RunAsync(new OptOutCommand(DecideAsync), Ask.Typed("optout")));
        Assert.Equal(2, await _database!.CountAsync("messages WHERE text IS NOT NULL"));
        await RunAsync(new OptOutCommand(DecideAsync), Ask.Pressed(Assert.Single(asked.Buttons)));
        await _pipeline.HandleAsync(A.Message("it was me").Id(3).By("ada").At(TestTime.Noon.AddMinutes(2)));

        Assert.Equal(["1 | bob | is the printer broken, does anybody know?", "2 | - | -", "3 | - | -"], await _database.RowsAsync(
            "SELECT w.number, m.platform_id, w.text FROM messages w LEFT JOIN members m ON m.id = w.author ORDER BY w.number"));
        Assert.Contains("general | 2 | 1 | 5", await _database.RowsAsync(TestPipeline.Links));
        Assert.Equal(["bob"], await _database.RowsAsync("SELECT m.platform_id FROM member_profiles p JOIN members m ON m.id = p.member"));
        Assert.Equal((0L, 0L), (await _database.CountAsync("reactions"), await _database.CountAsync("link_domains")));

        await _pipeline.HandleAsync(new MemberSeen(TestTime.Community, TestTime.Noon, Ask.Ada) { Name = "Ada L." });
        Assert.Equal([""], await _database.RowsAsync("SELECT name FROM members WHERE platform_id = 'ada'"));

        await RunAsync(new OptInCommand(DecideAsync), Ask.Typed("optin") with { By = Ask.ByAda with { Name = "Ada" } });
        Assert.Equal(["Ada"], await _database.RowsAsync("SELECT name FROM members WHERE platform_id = 'ada'"));
        await _pipeline.HandleAsync(A.Message("hello again").Id(4).By("ada").At(TestTime.Noon.AddMinutes(3)));
        Assert.Equal(["ada | hello again"], await _database.RowsAsync("SELECT m.platform_id, w.text FROM messages w JOIN members m ON m.id = w.author WHERE w.number = 4"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_pipeline is not null)
        {
            await _pipeline.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }

    private static Task NobodyDecides(ChatEvent decision, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing was to be decided.");

    private static Task<CommandReply> RunAsync(ISlashCommand command, CommandRequest request) => command.RunAsync(request, English, CancellationToken.None);

    private async Task StartAsync(TestEngine engine) => _pipeline = new TestPipeline(_database = await TestDatabase.CreateAsync(engine));

    private Task DecideAsync(ChatEvent decision, CancellationToken cancellationToken) => _pipeline!.HandleAsync(decision);
}
