using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Dashboard;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.Nudges.Thoughts;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Playground;

/// <summary>
/// A community in the Playground and the real bot in it, on a clock and a database of its own, which goes with it. Whatever is done to it is done one after another.
/// </summary>
internal sealed class PlaygroundTown : IAsyncDisposable
{
    /// <summary>Members as whom one can write.</summary>
    public const int Players = 12;

    /// <summary>The last word was written so long before one comes.</summary>
    private static readonly TimeSpan SinceLastWord = TimeSpan.FromMinutes(7);

    private static readonly TimeSpan LookedBack = TimeSpan.FromHours(48);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagebot-playground-");
    private readonly SqliteDataSource _database;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isClosed;
    private readonly SteppedEngine _engine;
    private readonly PostThoughts _thoughts;

    /// <param name="now">When it begins.</param>
    /// <param name="pages">Where its moderators' pages are; null where there are none.</param>
    public PlaygroundTown(DateTimeOffset now, DashboardAddress? pages = null)
    {
        Clock = new PlaygroundClock(now);
        _database = new SqliteDataSource(Path.Combine(_folder.FullName, "playground.db"), cache: 8);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock.Virtual)
            .AddSingleton<DbDataSource>(_database)
            .AddSingleton<IChatPlatform>(new PlaygroundPlatform(World, Clock.Virtual))
            .AddSingleton(pages ?? new DashboardAddress());
        _engine = new SteppedEngine(services, PlaygroundRules.Quick);
        _thoughts = new PostThoughts(_database, _engine.Rules);
        Commands = new PlaygroundCommands(World, _engine.Commands, Clock);
    }

    /// <summary>Of no other town.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The bot that is at work in it.</summary>
    public IServiceProvider Services => _engine.Services;

    public PlaygroundWorld World { get; } = new();

    public PlaygroundClock Clock { get; }

    public PlaygroundCommands Commands { get; }

    /// <summary>Those as whom one can write, who writes most first; the first is a moderator.</summary>
    public IReadOnlyList<PlaygroundMember> Cast { get; private set; } = [];

    /// <summary>Why it could not be filled, in a sentence; null where it was.</summary>
    public string? Fault { get; set; }

    /// <summary>It is filled, and the bot is at work in it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Its past is read, its people agree to be asked, and the bot speaks.</summary>
    /// <param name="history">The file.</param>
    /// <exception cref="History.HistoryException">It cannot be read.</exception>
    public Task FillAsync(string history, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        await Migrator.MigrateAsync(_database, cancellationToken);
        List<ChatEvent> past = [];
        await foreach (var happened in new PlaygroundHistory(history, World).ReadAsync(Clock.Now - SinceLastWord, cancellationToken))
        {
            past.Add(happened);
        }

        Cast = PlaygroundCast.Of(past, World);
        World.Put(new PlaygroundChannel("C999", PlaygroundRules.Board));
        past.Add(new ChannelSeen(PlaygroundWorld.Community, Clock.Now, ChannelOf("C999")) { Name = PlaygroundRules.Board, Visibility = ChannelVisibility.Everyone });
        past.AddRange(Cast.Skip(1).Select(member => new MemberChoice.Helps(PlaygroundWorld.Community, Clock.Now, MemberOf(member.Id), Topics: null)));
        await _engine.HearAsync(past, cancellationToken);
        await _engine.PackDaysAsync(cancellationToken);
        await _engine.GoLiveAsync(PlaygroundWorld.Community, cancellationToken);
        await _engine.TurnAsync(cancellationToken); // What has been waiting for long is on the board before anybody looks.
        IsOpen = true;
        return true;
    }, cancellationToken);

    /// <summary>Time stands still while both halves of the bot do what is due.</summary>
    /// <param name="move">Moves the clock before; null for not at all.</param>
    public Task TurnAsync(Action? move, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        move?.Invoke();
        await _engine.TurnAsync(cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>When the bot next has something to look at; null for never.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => InTurnAsync(() => _engine.NextDueAsync(cancellationToken), cancellationToken);

    /// <summary>A member writes. Null where he may not write there.</summary>
    public Task<PlaygroundMessage?> WriteAsync(string member, string channel, string text, long? replyTo, long? thread, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        text = ChatText.Clean(text.Trim());
        if (text.Length == 0 || World.Member(member) is not { IsBot: false } || World.Channel(channel) is not { IsPrivate: false } place || !place.MayRead(member))
        {
            return null;
        }

        var (parent, head) = (InChannel(replyTo, channel), InChannel(thread, channel));
        var written = World.Add(number => new PlaygroundMessage { Number = number, Channel = channel, Author = member, Text = text, At = Clock.Now, ReplyTo = parent, Thread = head });
        await HearAsync(
            [
                new MessageCreated(PlaygroundWorld.Community, Clock.Now)
                {
                    Channel = ChannelOf(channel),
                    Id = new MessageId(written.Number),
                    Author = MemberOf(member),
                    Text = text,
                    ReplyTo = parent is { } one ? new MessageId(one) : null,
                    Thread = head is { } two ? new MessageId(two) : null,
                    Mentions = [.. PlaygroundNames.MentionedIn(text, World).Select(MemberOf)],
                },
            ],
            cancellationToken);
        return written;
    }, cancellationToken);

    /// <summary>A member takes his message away.</summary>
    public Task<bool> DeleteAsync(string member, long number, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        if (World.Message(number) is not { } message || message.Author != member || World.Change(number, one => one with { IsGone = true }) is null)
        {
            return false;
        }

        await HearAsync([new MessageDeleted(PlaygroundWorld.Community, Clock.Now, ChannelOf(message.Channel)) { Id = new MessageId(number) }], cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>A member puts an emoji under a message, or takes it off again.</summary>
    public Task<bool> ReactAsync(string member, long number, string emoji, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        if (World.Message(number) is not { IsGone: false } message || World.Member(member) is not { IsBot: false } || !PlaygroundNames.Emoji.Contains(emoji))
        {
            return false;
        }

        var isOn = message.Reactions.GetValueOrDefault(emoji)?.Contains(member) != true;
        World.React(number, emoji, member, isOn);
        var (channel, id) = (ChannelOf(message.Channel), new MessageId(number));
        await HearAsync(
            [
                isOn
                    ? new ReactionAdded(PlaygroundWorld.Community, Clock.Now, channel) { Message = id, Member = MemberOf(member), Emoji = emoji }
                    : new ReactionRemoved(PlaygroundWorld.Community, Clock.Now, channel) { Message = id, Member = MemberOf(member), Emoji = emoji },
            ],
            cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>A member asks something of the bot.</summary>
    public Task<PlaygroundAnswer> AskAsync(Func<PlaygroundCommands, Task<PlaygroundAnswer>> ask, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        var answer = await ask(Commands);
        await _engine.TurnAsync(cancellationToken);
        return answer;
    }, cancellationToken);

    /// <summary>A moderator looks at his pages, or does something there.</summary>
    /// <param name="isDeed">The bot does at once what follows.</param>
    public Task<T> VisitAsync<T>(Func<Asker, Task<T>> visit, bool isDeed, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        var answer = await visit(new Asker(PlaygroundWorld.Community, MemberOf(Cast[0].Id), Clock.Now) { ManagesCommunity = true, Name = Cast[0].Name });
        if (isDeed)
        {
            await _engine.TurnAsync(cancellationToken);
        }

        return answer;
    }, cancellationToken);

    /// <summary>What the bot thinks of a message; null where it knows none such.</summary>
    public Task<PostThought?> ThinkAsync(long number, CancellationToken cancellationToken) => InTurnAsync(
        () => World.Message(number) is { } message
            ? _thoughts.OfAsync(new MessagePlace(ChannelOf(message.Channel), Thread: null, new MessageId(number)), Clock.Now, cancellationToken)
            : Task.FromResult<PostThought?>(null),
        cancellationToken);

    /// <summary>The messages that wait for a reply, oldest first.</summary>
    public Task<IReadOnlyList<long>> WaitingAsync(CancellationToken cancellationToken) => InTurnAsync(
        async () => (IReadOnlyList<long>)[.. (await _thoughts.OpenAsync(Clock.Now - LookedBack, Clock.Now, cancellationToken)).Select(place => place.Id.Number)],
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        await _engine.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
        (IsOpen, _isClosed) = (false, true);
        _turn.Release(); // Not disposed of: whoever still waits for his turn must hear that there is none.
    }

    private static MemberId MemberOf(string id) => new(PlaygroundWorld.Community, id);

    private static ChannelId ChannelOf(string id) => new(PlaygroundWorld.Community, id);

    private long? InChannel(long? number, string channel) => World.Message(number) is { IsGone: false } message && message.Channel == channel ? number : null;

    /// <summary>The bot does at once what follows, also while time stands still.</summary>
    private async Task HearAsync(IEnumerable<ChatEvent> events, CancellationToken cancellationToken)
    {
        await _engine.HearAsync(events, cancellationToken);
        await _engine.TurnAsync(cancellationToken);
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _isClosed ? throw new OperationCanceledException("This town is closed: another begins.") : await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
