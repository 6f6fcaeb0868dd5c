using System.Text;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Onboarding;

namespace EngageBot.Tests.Outbox;

/// <summary>A community whose channels have words of their own, in which who may read what changes, and everybody's eyes.</summary>
internal sealed class VisibleWorld : IAsyncDisposable
{
    public const string Moderator = "mod";

    private const string ModeratorsPlace = "mods";

    private readonly HashSet<(string Member, string Place)> _closed = [];
    private readonly HashSet<(string Member, string Place)> _wrote = [];
    private readonly HashSet<string> _private = [];
    private readonly HashSet<string> _named;

    private VisibleWorld(LiveStory story, int seed, HashSet<string> named)
    {
        Story = story;
        Random = new Random(seed);
        _named = named;
    }

    public static IReadOnlyList<string> Members { get; } = ["ada", "bob", "cid", "dan", "eve"];

    public static IReadOnlyList<string> Places { get; } = ["help", "second", "den", "cave"];

    public LiveStory Story { get; }

    public Random Random { get; }

    public List<string> Leaks { get; } = [];

    public int Shown { get; private set; }

    /// <summary>The commands that were asked, by their names.</summary>
    public HashSet<string> Asked { get; } = [];

    public static async Task<VisibleWorld> BeginAsync(TestDatabase database, int seed)
    {
        // In every second world somebody decided that the cave is looked after, in all that the den is.
        HashSet<string> named = seed % 2 == 0 ? ["den", "cave"] : ["den"];
        var story = await LiveStory.BeginAsync(database, isLive: false, rules: rules => rules with
        {
            WatchedChannels = [CommunityRules.AllChannels, .. named.Select(place => $"#{place}")], AsksPerPost = 2, AsksPerDay = 100, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(48),
            BetweenAsks = TimeSpan.FromHours(1), ModeratorChannel = $"#{ModeratorsPlace}", Approvals = seed % 3 == 0 ? 2 : 0, PromoterNote = true, SuggestsIntroductions = true,
            PublicStep = (PublicStep)(Math.Abs((long)seed / 2) % 3), RepliesPerDay = 100, HelperRole = "Helpers", DigestChannel = "#board", DigestDay = (DayOfWeek)(int)(Math.Abs((long)seed) % 7),
        });
        var world = new VisibleWorld(story, seed, named);
        story.Platform.Shown = world.Look;
        story.Platform.Forums.Add("help");
        foreach (var place in Places)
        {
            await world.AdmitAsync(place, isPrivate: named.Contains(place) || place == "cave");
        }

        await world.AdmitAsync(ModeratorsPlace, isPrivate: true);
        await FirstMinutes.RememberAsync(story);
        await story.HappenAsync(FirstMinutes.Seen(story));
        await story.PassAsync(2);
        await story.TypeAsync(Moderator, "live", isModerator: true);
        await story.AgreeAsync(Members);
        await story.HappenAsync(
            from member in Members
            from kind in (ContactKind[])[ContactKind.Introduction, ContactKind.Round]
            select new MemberChoice.Agrees(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(member), kind, true));
        await story.HappenAsync(new MemberSeen(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("rob")) { Name = "rob", Roles = ["Helpers"] });
        await story.TypeAsync(Moderator, "round", isModerator: true, options: new Dictionary<string, string> { ["what"] = "start" });
        return world;
    }

    public static string WordOf(string place) => $"marker{place}word";

    public static bool IsUsuallyPrivate(string place) => place is "den" or "cave";

    public bool CanRead(string member, string place) => !_closed.Contains((member, place));

    /// <summary>Somebody wrote somewhere: those are his own words, wherever they stand.</summary>
    public void Note(string author, string place) => _wrote.Add((author, place));

    public bool IsPrivate(string place) => _private.Contains(place);

    public void Open(string place, bool isOpen)
    {
        foreach (var member in Members.Append(Moderator))
        {
            Let(member, place, isOpen);
        }
    }

    /// <summary>The platform knows, and nobody was told.</summary>
    public void Turn(string member, string place) => Let(member, place, _closed.Contains((member, place)));

    /// <summary>Who can read a channel is decided anew, and everybody is told at once.</summary>
    public async Task AdmitAsync(string place, bool isPrivate)
    {
        _ = isPrivate ? _private.Add(place) : _private.Remove(place);
        foreach (var member in Members.Append(Moderator))
        {
            Let(member, place, !isPrivate || (place == ModeratorsPlace ? member == Moderator : Random.Next(2) == 0));
        }

        await Story.HappenAsync(new ChannelSeen(TestTime.Community, Story.Clock.GetUtcNow(), TestTime.Channel(place))
        {
            Name = place,
            Visibility = isPrivate ? ChannelVisibility.Readers : ChannelVisibility.Everyone,
            Readers = isPrivate ? [.. Members.Where(member => !_closed.Contains((member, place))).Select(TestTime.Member)] : [],
        });
    }

    /// <summary>What of a text a member could not have read himself.</summary>
    public IEnumerable<string> Seen(string member, string text) => Places
        .Where(place => _closed.Contains((member, place)))
        .Where(place => Holds(text, place))
        .Select(place => $"{member} cannot read {place}: {text}");

    /// <summary>Somebody asks something, and looks at the answer.</summary>
    public async Task<CommandReply> AskAsync(string member, CommandRequest request)
    {
        var command = request switch
        {
            CommandRequest.Typed typed => typed.Command,
            CommandRequest.OnMessage chosen => chosen.Command,
            CommandRequest.Pressed { Button: var button } => button.Command,
            _ => ((CommandRequest.Submitted)request).Form.Command,
        };
        Asked.Add(command);
        Name(member, (request as CommandRequest.Typed)?.Options.Values ?? (request as CommandRequest.Submitted)?.Fields.Values ?? []);
        var reply = await Story.RunAsync(request);
        if (command == "rules") // What moderators named themselves stands in them.
        {
            Leaks.AddRange(SeenByModerators((reply as CommandReply.Says)?.Text ?? (reply as CommandReply.Replaces)?.Text ?? string.Empty));
            return reply;
        }

        Look(member, reply);
        return reply;
    }

    /// <summary>A moderator names channels: those that he can read he may have looked after.</summary>
    private void Name(string member, IEnumerable<string> written)
    {
        if (member == Moderator)
        {
            _named.UnionWith(Places.Where(place => CanRead(member, place) && written.Any(one => one.Contains(place, StringComparison.Ordinal))));
        }
    }

    /// <summary>A command answered.</summary>
    public void Look(string member, CommandReply reply)
    {
        Shown++;
        switch (reply)
        {
            case CommandReply.Says says:
                Leaks.AddRange(Seen(member, says.Text));
                Leaks.AddRange(says.File is { } file ? SeenInExport(member, Encoding.UTF8.GetString(file.Bytes.Span)) : []);
                break;
            case CommandReply.Replaces replaces:
                Leaks.AddRange(Seen(member, replaces.Text));
                break;
            case CommandReply.Complains complains:
                Leaks.AddRange(Seen(member, complains.InWords));
                break;
            case CommandReply.Opens opens: // What moderators named themselves stands in it.
                Leaks.AddRange(SeenByModerators(string.Join('\n', opens.Form.Fields.Select(field => $"#{field.Value?.Replace(", ", " #", StringComparison.Ordinal)}"))));
                break;
        }
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();

    /// <summary>Moderators are told where they hear from the bot of what everybody can read, and of what somebody named.</summary>
    private IEnumerable<string> SeenByModerators(string text) => Places
        .Where(place => _private.Contains(place) && !_named.Contains(place) && Holds(text, place))
        .Select(place => $"moderators are told of {place}: {text}");

    private IEnumerable<string> SeenInExport(string member, string text) => Places
        .Where(place => _closed.Contains((member, place)) && !_wrote.Contains((member, place)) && Holds(text, place))
        .Select(place => $"{member} cannot read {place}, in his export: {text}");

    /// <summary>Something of the bot's was sent or changed at this moment.</summary>
    private void Look(FakeMessage sent)
    {
        if (!sent.IsGone)
        {
            var text = $"{sent.Text}\n{sent.Opens?.Name}\n{sent.Picture?.Alt}";
            Shown++;
            Leaks.AddRange(sent.Place.Channel == TestTime.Channel(ModeratorsPlace) ? SeenByModerators(text) : ReadersOf(sent).SelectMany(reader => Seen(reader, text)));
        }
    }

    private IEnumerable<string> ReadersOf(FakeMessage sent) => sent switch
    {
        { To: { } to } => [to.Value],
        { Opens: { } opens } => opens.Members.Select(member => member.Value),
        _ => Members.Where(member => !_closed.Contains((member, sent.Place.Channel.Value))),
    };

    private static bool Holds(string text, string place) =>
        text.Contains(WordOf(place), StringComparison.Ordinal) || text.Contains($"#{place}", StringComparison.Ordinal) || text.Contains($"/{place}/", StringComparison.Ordinal)
        || text.Contains($"\"{place}\"", StringComparison.Ordinal);

    private void Let(string member, string place, bool isOpen)
    {
        Story.Platform.Access[(TestTime.Member(member), TestTime.Channel(place))] = isOpen ? ReadAccess.Can : ReadAccess.Cannot;
        _ = isOpen ? _closed.Remove((member, place)) : _closed.Add((member, place));
    }
}
