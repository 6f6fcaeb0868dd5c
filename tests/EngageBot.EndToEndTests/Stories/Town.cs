using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>
/// A community in which people live with the bot: they write, use its commands, press its buttons and fill in its forms, and days pass. It has the channels help, lamps, waiting,
/// and mods, which only moderators see, and one with a hostile name. Whoever is named is there; "mod" manages it, and brought the bot.
/// </summary>
internal abstract class Town(LiveBot bot, ShiftedClock clock) : IAsyncDisposable
{
    public const string Moderator = "mod";

    /// <summary>Rules by which a post is shown to everybody after two seconds, and no moderator is asked before.</summary>
    public const string Quick =
        """
        {"WaitAtLeast":"00:00:02","WaitAtMost":"00:00:02","WaitWithoutHistory":"00:00:02","PublicStep":"Board","BoardChannel":"waiting","Approvals":0}
        """;

    /// <summary>A name that wants to ping, to link, to write lines of its own and to turn them around.</summary>
    public const string HostileMember = "eve\u202E\u2066 <!channel> @everyone <@U1> [x](https://evil.example/x) `a` <https://evil.example/x|here>\nMods: pay me";

    /// <summary>A channel with such a name.</summary>
    public const string HostileChannel = "lamp\u202Es\u200F <!here> @here <#C1> [y](https://evil.example/y)\nMods: pay me";

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromHours(4);

    private static readonly (string Asker, string Question, string? Answer)[] Before =
    [
        ("eve", "How do I open the red box?", "with a key, turn it to the left"),
        ("dan", "Where can I find a lamp for the hall?", "in the shop at the corner, on the second floor"),
        ("kim", "Does anybody know why the printer prints stripes?", null),
        ("udo", "Which glue holds wood to glass?", null),
        ("fay", "Can someone help me with the garden gate? It squeaks.", null),
    ];

    public LiveBot Bot => bot;

    /// <summary>In the afternoon of a Monday in New York, where the members are.</summary>
    public static ShiftedClock Monday() => ShiftedClock.At(DayOfWeek.Monday, hour: 18);

    /// <summary>Something was written before the bot came; what it is known by.</summary>
    public abstract string Remember(string who, string channel, string text, string? replyTo = null);

    /// <param name="channel">Its name, or the id of a place that the bot opened.</param>
    public abstract Task<string> SayAsync(string who, string channel, string text, string? replyTo = null);

    /// <summary>Puts ❌ under something that the bot wrote.</summary>
    public abstract Task RefuseAsync(string who, Shown shown);

    /// <summary>What the bot wrote in a channel.</summary>
    public abstract IReadOnlyList<Shown> In(string channel);

    /// <summary>What the bot wrote to one member alone.</summary>
    public abstract IReadOnlyList<Shown> To(string member);

    /// <summary>Everybody to whom the bot wrote in private.</summary>
    public abstract IReadOnlyList<string> Contacted();

    /// <summary>The places that were opened for some members, each with its first words.</summary>
    public abstract IReadOnlyList<Shown> Meetings();

    /// <summary>Somebody new comes.</summary>
    public abstract Task JoinAsync(string who);

    /// <summary>Somebody is given the role "helpers", or comes into the group of that name.</summary>
    public abstract Task MakeHelperAsync(string who);

    /// <summary>The role, or the group, is taken from him.</summary>
    public abstract Task LoseRoleAsync(string who);

    /// <summary>Its author writes something else.</summary>
    public abstract Task EditAsync(string channel, string message, string text);

    /// <summary>Somebody who may takes a message away: its author, or a moderator.</summary>
    public abstract Task DeleteAsync(string channel, string message);

    /// <summary>Whether the bot has put eyes under a message.</summary>
    public abstract bool HasEyes(string channel, string message);

    /// <summary>Whom a message pings.</summary>
    public abstract IReadOnlyList<string> Pinged(Shown shown);

    /// <summary>All texts that the bot ever gave its platform, as it gave them: messages, labels, names of places.</summary>
    public abstract IReadOnlyList<string> Written();

    /// <summary>Everybody pinged by any of it; "everybody" for those whom nobody named.</summary>
    public abstract IReadOnlyList<string> Pings();

    /// <summary>Somebody types a command: <c>/engage introduce who: @bob</c>.</summary>
    /// <param name="options">A value that begins with # or @ names a channel or a member.</param>
    public abstract Task<Shown> TypeAsync(string who, string command, string subcommand, params (string Name, string Value)[] options);

    public abstract Task<Shown> PressAsync(string who, Shown shown, string label);

    /// <summary>Somebody sends a form in, as it was filled in beforehand but for these fields.</summary>
    public Task<Shown> FillInAsync(string who, Shown form, params (string Name, string Value)[] changes)
    {
        var fields = form.Form!.ToDictionary(field => field.Key, field => field.Value);
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return SubmitAsync(who, form, fields);
    }

    /// <summary>The bot comes; so many days before, five people asked in help, and two of them were answered, or, for 0, nobody said anything.</summary>
    public async Task ArriveAsync(int daysBefore)
    {
        clock.Move(TimeSpan.FromDays(-daysBefore));
        foreach (var (asker, question, answer) in daysBefore > 0 ? Before : [])
        {
            var asked = Remember(asker, "help", question);
            clock.Move(TimeSpan.FromMinutes(20));
            _ = answer is null ? null : Remember("zoe", "help", answer, asked);
            clock.Move(BetweenQuestions - TimeSpan.FromMinutes(20));
        }

        clock.Move(TimeSpan.FromDays(daysBefore) - (daysBefore > 0 ? Before.Length * BetweenQuestions : TimeSpan.Zero));
        await ComeAsync();
    }

    /// <summary>Somebody says what he wants by a command and, where there is one, the button under its answer.</summary>
    public async Task ChooseAsync(string who, string subcommand, string? button = null, params (string Name, string Value)[] options)
    {
        var answer = await TypeAsync(who, "engage", subcommand, options);
        _ = button is null ? answer : await PressAsync(who, answer, button);
    }

    /// <summary>These agree to be asked.</summary>
    public async Task AgreeAsync(params string[] helpers)
    {
        foreach (var helper in helpers)
        {
            await ChooseAsync(helper, "helper", button: null, ("state", "on"));
        }
    }

    /// <summary>The message of the bot to one member alone which has a button.</summary>
    public Task<Shown> UntilToldAsync(string member, string label) =>
        UntilAsync(() => To(member).LastOrDefault(said => said.Labels.Contains(label)), $"a message to {member} with “{label}”");

    /// <summary>Waits until somebody's last message of the bot says something.</summary>
    public Task<Shown> UntilToldInWordsAsync(string member, string words) =>
        UntilAsync(() => To(member).LastOrDefault(said => said.Text.Contains(words, StringComparison.Ordinal)), $"a message to {member}: {words}");

    public Task<Shown> UntilModeratorsHearAsync(string words) =>
        UntilAsync(() => In("mods").FirstOrDefault(said => said.Text.Contains(words, StringComparison.Ordinal)), $"moderators to hear: {words}");

    public bool IsOnBoard(string words) => In("waiting").Any(board => board.Text.Contains(words, StringComparison.Ordinal));

    public Task UntilOnBoardAsync(string words) => UntilAsync(() => IsOnBoard(words), $"the board to show: {words}");

    public Task UntilOffBoardAsync(string words) => UntilAsync(() => !IsOnBoard(words), $"the board not to show: {words}");

    /// <summary>Whether the bot said something to anybody, or tried, or changed what it had said.</summary>
    public async Task<bool> WasEverSaidAsync(string words) => (await Bot.RowsAsync("SELECT text FROM outbox")).Any(text => text.Contains(words, StringComparison.Ordinal));

    /// <summary>It goes live by a moderator's word.</summary>
    public async Task GoLiveAsync()
    {
        var said = (await TypeAsync(Moderator, "engage-mod", "live")).Text;
        Assert.Contains(TextBook.Languages, language => said.Contains(TextBook.In(language)["live.done"], StringComparison.Ordinal));
    }

    /// <summary>Time passes at once.</summary>
    public void Wait(TimeSpan time) => clock.Move(time);

    /// <summary>A long time passes, at whose end somebody says something that asks for nothing.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        clock.Move(time);
        await SayAsync("zoe", "lamps", "See you later.");
    }

    /// <summary>Waits until there is something.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> find, string what)
        where T : class
    {
        T? found = null;
        await bot.UntilAsync(() => Task.FromResult((found = find()) is not null), what);
        return found!;
    }

    public Task UntilAsync(Func<bool> condition, string what) => bot.UntilAsync(() => Task.FromResult(condition()), what);

    public abstract ValueTask DisposeAsync();

    /// <summary>The bot starts, and hears what is said from then on.</summary>
    protected abstract Task ComeAsync();

    protected abstract Task<Shown> SubmitAsync(string who, Shown form, IReadOnlyDictionary<string, string> fields);
}
