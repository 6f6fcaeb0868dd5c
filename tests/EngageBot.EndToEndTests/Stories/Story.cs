using EngageBot.Chat;
using EngageBot.Communities;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>A community with a help channel and a waiting board, in which the bot is live; on which platform, those who derive from it know.</summary>
internal abstract class Story(LiveBot bot) : IAsyncDisposable
{
    public const string Question = "How do I open the lid without breaking it?";

    public const string Rules =
        """
        {"WaitAtLeast":"00:00:02","WaitAtMost":"00:00:02","WaitWithoutHistory":"00:00:02","PublicStep":"Board","BoardChannel":"waiting","Approvals":0}
        """;

    /// <summary>Those who agree are asked first: one about each post.</summary>
    public static readonly string AskingRules = Rules.Replace("{\"WaitAtLeast\"", "{\"FewestHelpers\":1,\"AsksPerPost\":1,\"AsksPerDay\":10,\"WaitAtLeast\"", StringComparison.Ordinal);

    public LiveBot Bot => bot;

    /// <summary>What stands on the board.</summary>
    public abstract IReadOnlyList<string> Board();

    /// <summary>All that the bot ever said or changed.</summary>
    public abstract IReadOnlyList<string> Said();

    /// <summary>What the bot has written under a post.</summary>
    public abstract int RepliesTo(string post);

    /// <summary>Ada asks something in the help channel; what her message is known by.</summary>
    public abstract Task<string> AskAsync(string text);

    /// <summary>Bob replies to it.</summary>
    public abstract Task AnswerAsync(string post);

    /// <summary>Somebody who may say so puts a check mark under it, or takes it back.</summary>
    public abstract Task CheckAsync(string post, bool isTakenBack = false);

    /// <summary>Carol asks something in another channel.</summary>
    public abstract Task<string> AskElsewhereAsync();

    /// <summary>Bob and Carol agree to be asked now and then.</summary>
    public abstract Task AgreeAsync(string member);

    /// <summary>What the bot said to one of them alone.</summary>
    public abstract IReadOnlyList<PrivateMessage> PrivateTo(string member);

    /// <summary>One of them presses a button under the last private message.</summary>
    public abstract Task PressAsync(string member, string label);

    /// <summary>Ada, Bob or Carol chooses a command on a message in the help channel, by its name in English.</summary>
    public abstract Task<ShownAnswer> ChooseAsync(string member, string command, string post);

    /// <summary>The same member presses the first button under the answer.</summary>
    public abstract Task<ShownAnswer> PressShownAsync(string member, ShownAnswer answer);

    /// <summary>The next private message does not come to whom it is for.</summary>
    public abstract void LoseNextPrivate();

    /// <summary>It goes away, and nobody tells the bot.</summary>
    public abstract void Forget(string post);

    /// <summary>From now on the bot hears nothing, and cannot connect again.</summary>
    public abstract Task CutAsync();

    /// <summary>It can.</summary>
    public abstract Task MendAsync();

    /// <summary>Whether a text links to a message.</summary>
    public abstract bool LinksTo(string text, string post);

    public bool IsShown(string post) => Board().Any(text => LinksTo(text, post));

    public async Task RestartAsync(bool restarts)
    {
        if (restarts)
        {
            await Bot.KillAsync();
            Bot.Start();
        }
    }

    public Task UntilShownAsync(string post) => Bot.UntilAsync(() => Task.FromResult(IsShown(post)), "the question on the board");

    public Task UntilHiddenAsync(string post) => Bot.UntilAsync(() => Task.FromResult(!IsShown(post)), "the question to leave the board");

    public void WasNeverSaid(string words) => Assert.All(Said(), text => Assert.DoesNotContain(words, text, StringComparison.Ordinal));

    public abstract ValueTask DisposeAsync();

    protected static async Task GoLiveAsync(LiveBot bot, CommunityId community) =>
        await new CommunitySwitch(bot.Database).GoLiveAsync(community, bot.Clock.GetUtcNow(), CancellationToken.None);
}
