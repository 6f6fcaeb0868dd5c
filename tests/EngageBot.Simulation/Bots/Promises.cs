using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Simulation.Model;

namespace EngageBot.Simulation.Bots;

/// <summary>
/// What the product promises to everybody, held against each message at the moment at which it is said: consent, budgets, quiet hours, and nothing about a post that does
/// not need it any more. It goes by what the members of the simulation did and by the clock, never by what the product stored.
/// </summary>
internal sealed class Promises(World world, CommunityRules rules)
{
    private const int SmallCommunity = 100;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromHours(2);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(rules.QuietHours!.TimeZone);
    private readonly Dictionary<Resident, List<(DateTimeOffset At, Post Post)>> _asks = [];
    private readonly Dictionary<Resident, List<DateTimeOffset>> _nudges = [];
    private readonly Dictionary<Post, (Resident By, DateTimeOffset At)> _claims = [];
    private readonly Dictionary<string, int> _lastIn = [];
    private readonly HashSet<Post> _dismissed = [];
    private readonly List<DateTimeOffset> _replies = [];
    private readonly List<string> _broken = [];
    private int? _lastPublic;

    /// <summary>A line for each promise that was broken.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Somebody is asked in private.</summary>
    public void Asked(Resident resident, Post post)
    {
        if (!_asks.TryGetValue(resident, out var asks))
        {
            _asks.Add(resident, asks = []);
        }

        Everything(post);
        var who = $"{resident.Person.Name} is asked about post {post.Id.Number}";
        Must(resident.Helps, $"{who}, who did not agree");
        Must(resident.Person != post.Plan.Author, $"{who}, which is his own");
        Must(asks.All(ask => ask.Post != post), $"{who} twice");
        Nudged(resident, who);
        Must(
            asks.All(ask => world.Now - ask.At >= rules.BetweenAsks) || asks.Any(ask => ask.Post.AnsweredBy == resident.Person),
            $"{who} within three days, and never answered when asked");
        Must(!_dismissed.Contains(post), $"{who}, which somebody said needs nothing");
        Must(!_claims.TryGetValue(post, out var claim) || claim.By == resident || world.Now >= claim.At + ClaimHolds, $"{who}, to which somebody said that he will reply");
        Must(
            world.Cast.People.Count > SmallCommunity || !_asks.Values.Any(all => all.Any(ask => world.Now - ask.At < Day)),
            $"{who}, the second ask of a day in a small community");
        Must(_asks.Values.Sum(all => all.Count(ask => ask.Post == post)) < rules.AsksPerPost + 1, $"{who}, the fourth who is");
        asks.Add((world.Now, post));
    }

    /// <summary>Somebody is told something in private.</summary>
    public void Told(Resident resident, bool asksForSomething)
    {
        NotQuiet($"a message to {resident.Person.Name}");
        Must(world.Now >= Span.Live, $"a message to {resident.Person.Name} before the bot is live");
        if (asksForSomething)
        {
            Nudged(resident, $"{resident.Person.Name} is reminded");
        }
    }

    /// <summary>Somebody pressed a button.</summary>
    public void Pressed(Resident resident, Post post, string action)
    {
        if (action == AskTexts.Will)
        {
            _claims[post] = (resident, world.Now);
        }
        else if (action == AskTexts.NotNeeded)
        {
            _dismissed.Add(post);
        }
    }

    /// <summary>The bot replies under a post.</summary>
    public void Replied(Post post)
    {
        Everything(post);
        var (what, channel) = ($"a reply under post {post.Id.Number}", post.Channel.Value);
        InPublic(what);
        Must(world.Habits.HasThreads || world.MessagesIn(channel) - post.ChannelMessagesBefore <= 31, $"{what}, more than 30 messages later");
        Must(!_lastIn.TryGetValue(channel, out var last) || world.MessagesIn(channel) > last, $"{what}, the second in a row");
        Must(_replies.Count(at => world.Now - at < Day) < (world.Cast.People.Count <= SmallCommunity ? 1 : 6), $"{what}, too many in a day");
        Must(!_dismissed.Contains(post), $"{what}, which somebody said needs nothing");
        _replies.Add(world.Now);
        _lastIn[channel] = world.MessagesIn(channel);
    }

    /// <summary>The board begins or is changed.</summary>
    public void Showed(IReadOnlyList<Post> posts, bool isNew)
    {
        if (isNew)
        {
            NotQuiet("the board");
            InPublic("the board");
        }

        Must(posts.Count <= 5, "more than five posts on the board");
        foreach (var post in posts)
        {
            Must(post.AnsweredAt is null, $"post {post.Id.Number} is on the board, and answered");
            Must(world.Now - post.At <= rules.RestAfter, $"post {post.Id.Number} is on the board after two days");
        }
    }

    private void Nudged(Resident resident, string who)
    {
        if (!_nudges.TryGetValue(resident, out var nudges))
        {
            _nudges.Add(resident, nudges = []);
        }

        Must(nudges.All(at => world.Now - at >= Day), $"{who} within a day of the last nudge");
        Must(nudges.Count(at => world.Now - at < 7 * Day) < 3, $"{who}, the fourth nudge in a week");
        nudges.Add(world.Now);
    }

    private void Everything(Post post)
    {
        NotQuiet($"a message about post {post.Id.Number}");
        Must(world.Now >= Span.Live, $"a message about post {post.Id.Number} before the bot is live");
        Must(post.AnsweredAt is null, $"a message about post {post.Id.Number}, which is answered");
        Must(world.Now - post.At <= rules.RestAfter, $"a message about post {post.Id.Number} after two days");
    }

    private void NotQuiet(string what)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Now, _zone).DateTime);
        Must(time < rules.QuietHours!.From && time >= rules.QuietHours.To, $"{what} in quiet hours, at {time:HH:mm}");
    }

    private void InPublic(string what)
    {
        Must(_lastPublic is null || world.Messages - _lastPublic >= 50, $"{what}, only {world.Messages - _lastPublic} messages after the last in public");
        _lastPublic = world.Messages;
    }

    private void Must(bool isKept, string what)
    {
        if (!isKept)
        {
            _broken.Add($"seed {world.Habits.Seed}, {world.Now:yyyy-MM-dd HH:mm:ss}: {what}");
        }
    }
}
