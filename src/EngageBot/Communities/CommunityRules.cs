using System.Collections.Frozen;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>
/// What moderators decide for their community. The defaults are those of the evidence; each can be changed. The properties have setters because generated
/// readers of JSON give every init-only property that a file leaves out the value 0 in place of its default.
/// </summary>
public sealed record CommunityRules
{
    /// <summary>People in what is a small community, at most.</summary>
    private const int SmallCommunity = 100;

    private const int LargeCommunity = 10_000;

    /// <summary>The shortest wait before anything is done about an open post.</summary>
    public TimeSpan WaitAtLeast { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest.</summary>
    public TimeSpan WaitAtMost { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The wait where too little was answered to know the usual time.</summary>
    public TimeSpan WaitWithoutHistory { get; set; } = TimeSpan.FromHours(4);

    /// <summary>The waiting board takes a post no later than this after it was written.</summary>
    public TimeSpan BoardAtMost { get; set; } = TimeSpan.FromHours(20);

    /// <summary>A post still open after this long is left in peace.</summary>
    public TimeSpan RestAfter { get; set; } = TimeSpan.FromHours(48);

    /// <summary>How many people of the community are asked in 24 hours, all in all; null for one where at most 100 people are known, else as many as it takes.</summary>
    public int? AsksPerDay { get; set; }

    /// <summary>
    /// What share of the posts that would be asked about is not, to see what asking changes; null for none in a community where at most 100 people are known, else
    /// one in ten.
    /// </summary>
    public double? HoldOutShare { get; set; }

    /// <summary>How many people are asked about one post.</summary>
    public int AsksPerPost { get; set; } = 2;

    /// <summary>With fewer people who could be asked in a channel, its posts go to the waiting board at once; null for three, in a community of more than 10,000 people ten.</summary>
    public int? FewestHelpers { get; set; }

    /// <summary>The shortest time between two asks to the same member.</summary>
    public TimeSpan BetweenAsks { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Among the watched channels: all that everybody can read.</summary>
    public const string AllChannels = "*";

    /// <summary>Names or ids of the channels to watch, and <see cref="AllChannels"/> for all that everybody can read; where empty, those.</summary>
    public IReadOnlyList<string> WatchedChannels { get; set; } = [];

    /// <summary>Names or ids of channels that are left alone.</summary>
    public IReadOnlyList<string> IgnoredChannels { get; set; } = [];

    /// <summary>Names or ids of channels in which members show their own work: nothing there counts as promotion.</summary>
    public IReadOnlyList<string> PromotionChannels { get; set; } = [];

    /// <summary>Waits of single channels.</summary>
    public IReadOnlyList<ChannelRules> Channels { get; set; } = [];

    /// <summary>
    /// Ids or names of bots and webhooks that pass on what people write elsewhere: it counts as written by people. All that comes over one is one author's, whom nobody asks.
    /// </summary>
    public IReadOnlyList<string> Bridges { get; set; } = [];

    /// <summary>Emoji that say, under a post, that it is answered; besides ✅ and its like.</summary>
    public IReadOnlyList<string> AnsweredEmoji { get; set; } = [];

    /// <summary>Names of forum tags that say that a post is answered; besides "solved" and its like.</summary>
    public IReadOnlyList<string> SolvedTags { get; set; } = [];

    /// <summary>What the bot says of itself, in public and to members, is in this language: a name of a <see cref="TextBook"/>.</summary>
    public string Language { get; set; } = TextBook.DefaultLanguage;

    /// <summary>What the bot says to members in other words than its own: by the names of <see cref="OwnTexts"/>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; set; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How many different people somebody answers for each promotion of his; who answers fewer comes before moderators. 0 for nobody.</summary>
    public int Balance { get; set; } = 3;

    /// <summary>Who promotes and answers too few is told now and then, in private, of people whom he could answer. Moderators switch it on.</summary>
    public bool PromoterNote { get; set; }

    /// <summary>Where there is no such note, the author of an announcement without a reply is offered a closing question, in private; null for on Slack only.</summary>
    public bool? ClosingQuestion { get; set; }

    /// <summary>How an open post is shown to everybody.</summary>
    public PublicStep PublicStep { get; set; } = PublicStep.Board;

    /// <summary>
    /// How many replies under posts the bot puts in 24 hours, all in all; null for one in a community where at most 100 people are known, six in one of at most
    /// 10,000, none in a larger one.
    /// </summary>
    public int? RepliesPerDay { get; set; }

    /// <summary>Name or id of the channel with the waiting board; without it there is none.</summary>
    public string? BoardChannel { get; set; }

    /// <summary>Name or id of the channel in which moderators hear from the bot; without it they hear from it only where they ask.</summary>
    public string? ModeratorChannel { get; set; }

    /// <summary>
    /// Id or name of the role whose members are moderators to the bot, besides those who manage the community by the platform's own rights; without it only those. Only they
    /// may change this.
    /// </summary>
    public string? ModeratorRole { get; set; }

    /// <summary>Id or name of the role whose members may be asked to help, each told of it once; without it those who said so themselves.</summary>
    public string? HelperRole { get; set; }

    /// <summary>So many messages of each kind wait for a moderator's word before they are said.</summary>
    public int Approvals { get; set; } = 3;

    /// <summary>Steps that are not live in all channels; those that are left out are.</summary>
    public IReadOnlyList<StepRules> Steps { get; set; } = [];

    /// <summary>
    /// Whether members who opted in are proposed to one another without asking for it, where they talk about the same things; null for yes in a community of more than 100
    /// and at most 10,000 people.
    /// </summary>
    public bool? SuggestsIntroductions { get; set; }

    /// <summary>Name or id of the channel near which people who are introduced find each other; without it one in which they write.</summary>
    public string? IntroductionChannel { get; set; }

    /// <summary>Where the platform leaves the choice, only those who are introduced, and moderators, can read the place in which they find each other.</summary>
    public bool PrivateIntroductions { get; set; }

    /// <summary>Name or id of the channel in which the week is summed up; without it there is no digest.</summary>
    public string? DigestChannel { get; set; }

    /// <summary>The day on which it is, in the zone of the quiet hours, or by UTC where there are none.</summary>
    public DayOfWeek DigestDay { get; set; } = DayOfWeek.Monday;

    /// <summary>The hour at which it is, 0 to 23, in the same zone.</summary>
    public int DigestHour { get; set; } = 10;

    public QuietHours? QuietHours { get; set; }

    /// <summary>What is said in public and to members, in the community's language and in its moderators' words.</summary>
    public TextBook Wording() => TextBook.In(Language).With(Texts);

    /// <summary>When a wait that began at a moment is over, quiet hours left out.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan wait) => QuietHours?.After(start, wait) ?? start + wait;

    /// <summary>How many people may be asked in 24 hours in a community of this size.</summary>
    public int AsksPerDayFor(long people) => AsksPerDay ?? (people <= SmallCommunity ? 1 : int.MaxValue);

    /// <summary>How many people who could be asked it takes in a community of this size for anybody to be.</summary>
    public int FewestHelpersFor(long people) => FewestHelpers ?? (people > LargeCommunity ? 10 : 3);

    /// <summary>Whether members are proposed to one another in a community of this size.</summary>
    public bool SuggestsIntroductionsFor(long people) => SuggestsIntroductions ?? people is > SmallCommunity and <= LargeCommunity;

    /// <summary>What share of posts is held out in a community of this size.</summary>
    public double HoldOutShareFor(long people) => HoldOutShare ?? (people <= SmallCommunity ? 0 : 0.1);

    /// <summary>How many replies under posts the bot may put in 24 hours in a community of this size.</summary>
    public int RepliesPerDayFor(long people) => RepliesPerDay ?? (people <= SmallCommunity ? 1 : people <= LargeCommunity ? 6 : 0);

    /// <summary>Whether posts in a channel are looked after.</summary>
    public bool Watches(string name, string id) =>
        !IgnoredChannels.Any(channel => IsNamed(channel, name, id))
        && (WatchedChannels.Count == 0 || WatchedChannels.Contains(AllChannels) || IsWatchedByName(name, id));

    /// <summary>Whether somebody decided that this very channel is looked after.</summary>
    public bool IsWatchedByName(string name, string id) => WatchedChannels.Any(channel => IsNamed(channel, name, id));

    /// <summary>Where a step is live.</summary>
    public StepRules StepOf(LiveStep step) => Steps.FirstOrDefault(one => one.Step == step) ?? new StepRules { Step = step, IsOn = true };

    /// <summary>Whether a step is live in a channel, where the community is.</summary>
    public bool IsLive(LiveStep step, string name, string id) => Steps.Count == 0 || (StepOf(step) is var rules && rules.IsOn != rules.Except.Any(channel => IsNamed(channel, name, id)));

    /// <summary>Whether a step is live in any channel, where the community is.</summary>
    public bool IsLiveSomewhere(LiveStep step) => StepOf(step) is { IsOn: true } or { Except.Count: > 0 };

    /// <summary>The rules in a channel: those of the community, with waits of its own where it has any.</summary>
    public CommunityRules In(string name, string id)
    {
        if (Channels.Count == 0 || Channels.FirstOrDefault(channel => IsNamed(channel.Channel, name, id)) is not { } own)
        {
            return this;
        }

        return this with
        {
            WaitAtLeast = own.WaitAtLeast ?? WaitAtLeast,
            WaitAtMost = own.WaitAtMost ?? WaitAtMost,
            WaitWithoutHistory = own.WaitWithoutHistory ?? WaitWithoutHistory,
        };
    }

    /// <summary>Whether nothing in a channel counts as promotion.</summary>
    public bool IsPromotionChannel(string name, string id) => PromotionChannels.Any(channel => IsNamed(channel, name, id));

    /// <summary>Whether a bot or webhook passes on what people write elsewhere.</summary>
    public bool IsBridge(string name, string id) =>
        Bridges.Count > 0 && Bridges.Any(bridge => bridge == id || string.Equals(bridge.TrimStart('@'), name.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a reaction says that a post is answered, by the community's own choice.</summary>
    /// <param name="emoji">As platforms name it.</param>
    public bool MarksAnswered(string emoji) => AnsweredEmoji.Count > 0 && EmojiName.Of(emoji) is var name && AnsweredEmoji.Any(mark => EmojiName.Of(mark) == name);

    /// <summary>Whether a forum's tag says that a post is answered.</summary>
    public bool MarksSolved(string tag) => SolvedTag.Is(tag, SolvedTags);

    /// <summary>Whether this is the channel with the waiting board.</summary>
    public bool IsBoardChannel(string name, string id) => BoardChannel is not null && IsNamed(BoardChannel, name, id);

    /// <summary>Whether this is the channel in which the week is summed up.</summary>
    public bool IsDigestChannel(string name, string id) => DigestChannel is not null && IsNamed(DigestChannel, name, id);

    /// <summary>Whether what somebody wrote for a channel means this one.</summary>
    internal static bool IsNamed(string channel, string name, string id) =>
        channel == id || string.Equals(channel.TrimStart('#'), name.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
}
