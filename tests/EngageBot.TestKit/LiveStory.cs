using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Health;
using EngageBot.Members;
using EngageBot.Outbox;
using EngageBot.Pipeline;
using EngageBot.ReplyGraph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.TestKit;

/// <summary>
/// The product, live, on the <see cref="FakeChatPlatform"/> and a clock that the test moves: people write, time passes, the process dies and starts again.
/// Waits are set to seconds: a post is shown after ten.
/// </summary>
internal sealed class LiveStory : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly CommunityRules _rules;
    private readonly HealthBook _health;
    private ChatEventQueue _queue;
    private Engine _engine;
    private Speaker _speaker;
    private ServiceProvider _commands;
    private bool _ownsDatabase;

    private LiveStory(TestDatabase database, CommunityRules rules)
    {
        _database = database;
        _rules = rules;
        Clock = new VirtualClock(TestTime.Noon);
        Platform = new FakeChatPlatform(Clock);
        _health = new HealthBook(database.Source, Clock, NullLogger<HealthBook>.Instance);
        (_queue, _engine, _speaker) = Start();
        _commands = Commands();
    }

    public VirtualClock Clock { get; }

    public FakeChatPlatform Platform { get; }

    public TestDatabase Database => _database;

    /// <summary>By which those who were forgotten are recognised; it outlives the processes of a test.</summary>
    public ErasureKey Key { get; } = ErasureKey.InMemory();

    /// <summary>The rules as the running process knows them.</summary>
    public RulesBook Book { get; private set; } = null!;

    /// <summary>What the program is made of, as its own web server is given it.</summary>
    public IServiceProvider Services => _commands;

    /// <summary>Every command of the program.</summary>
    public IReadOnlyList<ISlashCommand> EveryCommand => [.. _commands.GetServices<ISlashCommand>()];

    /// <summary>What failed.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>What the log says of what was said.</summary>
    public LineLogger<OutboxJournal> Journal { get; } = new();

    /// <summary>In a community that is live, with the channels "help", "second" and "board", which everybody can read.</summary>
    /// <param name="isLive">Otherwise the bot only observes at first.</param>
    public static async Task<LiveStory> BeginAsync(TestDatabase database, Func<CommunityRules, CommunityRules>? rules = null, bool isLive = true)
    {
        var quick = new CommunityRules
        {
            WaitAtLeast = TimeSpan.FromSeconds(1),
            WaitAtMost = TimeSpan.FromSeconds(20),
            WaitWithoutHistory = TimeSpan.FromSeconds(10),
            BoardAtMost = TimeSpan.FromMinutes(1),
            RestAfter = TimeSpan.FromHours(2),
            BoardChannel = "#board",
            RepliesPerDay = 10,
            Approvals = 0,
        };
        var story = new LiveStory(database, rules?.Invoke(quick) ?? quick);
        await story.HappenAsync(Channel("help"), Channel("second"), Channel("board"));
        if (isLive)
        {
            await new CommunitySwitch(database.Source).GoLiveAsync(TestTime.Community, story.Clock.GetUtcNow(), CancellationToken.None);
        }

        return story;
    }

    /// <summary>The same on a database of its own.</summary>
    public static async Task<LiveStory> BeginAsync(TestEngine engine, Func<CommunityRules, CommunityRules>? rules = null, bool isLive = true)
    {
        var story = await BeginAsync(await TestDatabase.CreateAsync(engine), rules, isLive);
        story._ownsDatabase = true;
        return story;
    }

    public static ChannelSeen Channel(string name, ChannelVisibility visibility = ChannelVisibility.Everyone) =>
        new(TestTime.Community, TestTime.Noon, TestTime.Channel(name)) { Name = name, Visibility = visibility };

    /// <summary>Somebody writes now, and the product hears of it.</summary>
    public async Task WriteAsync(MessageBuilder message)
    {
        var created = message.At(Clock.GetUtcNow()).Build();
        Platform.Receive(created);
        await HappenAsync(created);
    }

    /// <summary>Ada asks the first question, in "help": how to open it.</summary>
    public Task AskAsync() => WriteAsync(A.Message("how do I open it?").Id(1).In("help"));

    /// <summary>Eve asks the second one, in "second": how to close it.</summary>
    public Task AskElsewhereAsync() => WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("second"));

    /// <summary>Somebody answers the first question.</summary>
    public Task AnswerAsync(long id, string by = "bob") => WriteAsync(A.Message("with a key").Id(id).By(by).In("help").ReplyingTo(1));

    /// <summary>Somebody takes a message away, and the product hears of it.</summary>
    public Task RemoveAsync(string channel, long id) => HappenAsync(Platform.Remove(TestTime.Channel(channel), new MessageId(id)));

    public async Task HappenAsync(params IEnumerable<ChatEvent> events)
    {
        foreach (var happened in events)
        {
            await _queue.EnqueueAsync(happened, CancellationToken.None);
        }

        await ListenAsync();
    }

    /// <summary>A source of events keeps something for its next start.</summary>
    public async Task HearAsync(string note, string source)
    {
        await _queue.EnqueueAsync(new QueuedEvent(null) { Note = new SourceNote(source, "channel/42", note) }, CancellationToken.None);
        await ListenAsync();
    }

    /// <summary>The half that listens takes its turn.</summary>
    public Task ListenAsync() => new ChatEventWorker(_queue, _engine, Clock, NullLogger<ChatEventWorker>.Instance).RunOnceAsync(CancellationToken.None);

    /// <summary>The half that speaks takes its turn. Dies where the platform says so, and starts again; whether it lived.</summary>
    public async Task<bool> SpeakAsync()
    {
        try
        {
            await _speaker.RunOnceAsync(Clock.GetUtcNow(), CancellationToken.None);
            return true;
        }
        catch (SimulatedCrashException)
        {
            await RestartAsync();
            return false;
        }
    }

    /// <summary>Time passes, second by second, and both halves take their turns.</summary>
    public async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            Clock.MoveTo(Clock.GetUtcNow().AddSeconds(1));
            await ListenAsync();
            await SpeakAsync();
        }
    }

    /// <summary>Members agree to be asked.</summary>
    public Task AgreeAsync(params IEnumerable<string> members) =>
        HappenAsync(members.Select(member => new MemberChoice.Helps(TestTime.Community, Clock.GetUtcNow(), TestTime.Member(member), Topics: null)));

    /// <summary>A member presses a button under the last private message to him, by what it does ("will").</summary>
    public Task<CommandReply> PressAsync(string member, string action) =>
        PressAsync(member, Platform.Sent.Last(sent => sent.To == TestTime.Member(member)).Buttons.First(button => button.Id.Action == action).Id);

    public Task<CommandReply> PressAsync(string member, ButtonId button) => RunAsync(new CommandRequest.Pressed(AskerOf(member), button, Message: null));

    /// <summary>A moderator presses a button under the last message in a channel.</summary>
    public Task<CommandReply> PressInAsync(string channel, string action, string moderator = "mod")
    {
        var message = Platform.Standing.Last(sent => sent.Place.Channel == TestTime.Channel(channel));
        return RunAsync(new CommandRequest.Pressed(AskerOf(moderator) with { ManagesCommunity = true }, message.Buttons.First(button => button.Id.Action == action).Id, message.Place));
    }

    /// <summary>A member, or a moderator, writes a command.</summary>
    public Task<CommandReply> TypeAsync(string member, string command, bool isModerator = false, IReadOnlyDictionary<string, string>? options = null) =>
        RunAsync(new CommandRequest.Typed(AskerOf(member) with { ManagesCommunity = isModerator }, command) { IsForModerators = isModerator, Options = options ?? new Dictionary<string, string>() });

    /// <summary>A member, or a moderator, chooses a command on a message.</summary>
    public Task<CommandReply> ChooseAsync(string member, string command, long message, string channel = "help", bool isModerator = false) => RunAsync(new CommandRequest.OnMessage(
        AskerOf(member) with { ManagesCommunity = isModerator }, command, new MessagePlace(TestTime.Channel(channel), Thread: null, new MessageId(message))));

    /// <summary>A moderator presses a button that was shown to him.</summary>
    public Task<CommandReply> ModerateAsync(ButtonId button) => RunAsync(new CommandRequest.Pressed(AskerOf("mod") with { ManagesCommunity = true }, button, Message: null));

    /// <summary>Somebody sends a form in as it was filled in beforehand, but for these fields.</summary>
    public Task<CommandReply> FillInAsync(CommandReply opened, string member, bool isModerator, params (string Field, string Value)[] changes)
    {
        var form = ((CommandReply.Opens)opened).Form;
        var fields = form.Fields.ToDictionary(field => field.Name, field => field.Value);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return RunAsync(new CommandRequest.Submitted(AskerOf(member) with { ManagesCommunity = isModerator }, form.Id, fields));
    }

    /// <summary>By the same commands, and through the same router, as in the program.</summary>
    public Task<CommandReply> RunAsync(CommandRequest request) => _commands.GetRequiredService<CommandRouter>().RunAsync(request, CancellationToken.None);

    /// <summary>A long time passes at once: both halves take their turns only at its end.</summary>
    public async Task SkipAsync(TimeSpan time)
    {
        Clock.MoveTo(Clock.GetUtcNow() + time);
        await ListenAsync();
        await SpeakAsync();
    }

    /// <summary>A long time passes in which nobody writes.</summary>
    public async Task PassMinutesAsync(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
            await ListenAsync();
            await SpeakAsync();
        }
    }

    /// <summary>The process dies and starts again: nothing is left but the database.</summary>
    public async Task RestartAsync()
    {
        await _engine.DisposeAsync();
        await _speaker.DisposeAsync();
        await _commands.DisposeAsync();
        (_queue, _engine, _speaker) = Start();
        _commands = Commands();
        await _engine.PlanAsync(CancellationToken.None);
    }

    /// <summary>Everything in the outbox as: form, state, what came of it.</summary>
    public Task<IReadOnlyList<string>> OutboxAsync() => _database.RowsAsync(
        """
        SELECT CASE kind WHEN 1 THEN 'board' WHEN 2 THEN 'tag' WHEN 3 THEN 'reply' WHEN 4 THEN 'ask' ELSE 'other ' || kind END AS kind,
            CASE state WHEN 1 THEN 'planned' WHEN 2 THEN 'claimed' WHEN 3 THEN 'sent' WHEN 4 THEN 'refused' WHEN 5 THEN 'withdrawn' WHEN 6 THEN 'expired' ELSE 'uncertain' END AS state,
            outcome
        FROM outbox ORDER BY id
        """);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _speaker.DisposeAsync();
        await _commands.DisposeAsync();
        _health.Dispose();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }
    }

    private Asker AskerOf(string member) => new(TestTime.Community, TestTime.Member(member), Clock.GetUtcNow()) { Name = member };

    /// <summary>Whatever commands need that is not of this process comes from the program's own set-up.</summary>
    private ServiceProvider Commands() => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(Faults))
        .AddSingleton(_database.Source)
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IChatPlatform>(Platform)
        .AddSingleton(Book)
        .AddSingleton(Key)
        .AddSingleton<Decide>(DecideAsync)
        .AddLiveEngine(_rules)
        .BuildServiceProvider();

    private async Task DecideAsync(ChatEvent decision, CancellationToken cancellationToken)
    {
        await _queue.EnqueueAsync(decision, cancellationToken);
        await ListenAsync();
    }

    private (ChatEventQueue Queue, Engine Engine, Speaker Speaker) Start()
    {
        var queue = new ChatEventQueue();
        Book = new RulesBook(_database.Source, _rules, Clock);
        return (queue, new Engine(Clock, _database.Source, Book, ResolverKind.Rules, isLive: true, _ => Platform.IsCaughtUp, Key), new Speaker(_database.Source, Book, [Platform], queue.EnqueueAsync, new OutboxJournal(Journal, _health)));
    }
}
