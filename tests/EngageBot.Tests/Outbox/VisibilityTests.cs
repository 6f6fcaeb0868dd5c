using System.Text;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// Nobody learns from the bot what he could not read himself: random communities with channels for everybody and for some, whose messages hold words of their own, in which
/// who may read what changes at any time. Whatever the bot says, changes or answers is looked at with the eyes of its reader at that moment.
/// </summary>
public sealed class VisibilityTests
{
    private const int Steps = 45;

    private static readonly string[] Members = ["ada", "bob", "cid", "dan", "eve"];

    private static readonly string[] Places = ["help", "second", "den", "cave"];

    [Fact]
    public void Nobody_is_shown_a_word_a_link_or_a_name_of_a_channel_that_he_cannot_read() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 200 : 12),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(seed).GetAwaiter().GetResult()));

    [Fact]
    public async Task The_eyes_see_what_there_is_to_see()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var world = await World.BeginAsync(database, seed: 1);
        world.Open("den", isOpen: true);
        Assert.Empty(world.Seen("ada", World.WordOf("den")));
        world.Open("den", isOpen: false);
        Assert.NotEmpty(world.Seen("ada", World.WordOf("den")));
        Assert.NotEmpty(world.Seen("ada", "in #den"));
        Assert.NotEmpty(world.Seen("ada", "https://chat.example/den/1"));
        Assert.Empty(world.Seen("ada", World.WordOf("help")));
    }

    private static async Task RunAsync(int seed)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var world = await World.BeginAsync(database, seed);
        for (var step = 0; step < Steps; step++)
        {
            await world.StepAsync();
        }

        Assert.Equal(string.Empty, $"{string.Join('\n', world.Leaks)}");
        Assert.True(world.Shown > 5, $"seed {seed}: hardly anything was shown to anybody");
    }

    /// <summary>The community, and everybody's eyes.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly Dictionary<long, string> _known = [];
        private readonly HashSet<(string Member, string Place)> _closed = [];
        private readonly HashSet<string> _private = [];
        private readonly Random _random;
        private readonly LiveStory _story;
        private long _number;

        private World(LiveStory story, int seed)
        {
            _story = story;
            _random = new Random(seed);
        }

        public List<string> Leaks { get; } = [];

        public int Shown { get; private set; }

        public static async Task<World> BeginAsync(TestDatabase database, int seed)
        {
            var story = await LiveStory.BeginAsync(database, rules => rules with
            {
                WatchedChannels = ["*", "#den", "#cave"], AsksPerPost = 2, AsksPerDay = 100, FewestHelpers = 1, BetweenAsks = TimeSpan.FromHours(1), RestAfter = TimeSpan.FromHours(48),
            });
            var world = new World(story, seed);
            await story.AgreeAsync(Members);
            foreach (var place in Places)
            {
                await world.AdmitAsync(place, isPrivate: place is "den" or "cave");
            }

            return world;
        }

        public static string WordOf(string place) => $"marker{place}word";

        public void Open(string place, bool isOpen)
        {
            foreach (var member in Members)
            {
                Let(member, place, isOpen);
            }
        }

        public async Task StepAsync()
        {
            var (member, place) = (Members[_random.Next(Members.Length)], Places[_random.Next(Places.Length)]);
            switch (_random.Next(9))
            {
                case 0 or 1 or 2:
                    await _story.WriteAsync(A.Message($"how do I open the {WordOf(place)} box number {++_number}?").Id(_number).By($"author{_number}").In(place));
                    break;
                case 3:
                    await AdmitAsync(place, isPrivate: place is "den" or "cave" ? _random.Next(4) > 0 : _random.Next(4) == 0);
                    break;
                case 4:
                    await EditAsync(place);
                    break;
                case 5:
                    await PressAsync(member);
                    break;
                default:
                    await AskAsync(member, _random.Next(5));
                    break;
            }

            if (_random.Next(4) == 0 && _private.Contains(place))
            {
                Let(member, place, _closed.Contains((member, place))); // The platform knows, and nobody was told.
            }

            await _story.PassAsync(_random.Next(1, 8));
            LookAround();
        }

        /// <summary>What of a text a member could not have read himself.</summary>
        public IEnumerable<string> Seen(string member, string text) => Places
            .Where(place => _closed.Contains((member, place)))
            .Where(place => text.Contains(WordOf(place), StringComparison.Ordinal) || text.Contains($"#{place}", StringComparison.Ordinal) || text.Contains($"/{place}/", StringComparison.Ordinal)
                || text.Contains($"\"{place}\"", StringComparison.Ordinal))
            .Select(place => $"{member} cannot read {place}: {text}");

        public ValueTask DisposeAsync() => _story.DisposeAsync();

        /// <summary>Who can read a channel is decided anew, and everybody is told at once.</summary>
        private async Task AdmitAsync(string place, bool isPrivate)
        {
            _ = isPrivate ? _private.Add(place) : _private.Remove(place);
            foreach (var member in Members)
            {
                Let(member, place, !isPrivate || _random.Next(2) == 0);
            }

            await _story.HappenAsync(new ChannelSeen(TestTime.Community, _story.Clock.GetUtcNow(), TestTime.Channel(place))
            {
                Name = place,
                Visibility = isPrivate ? ChannelVisibility.Readers : ChannelVisibility.Everyone,
                Readers = isPrivate ? [.. Members.Where(member => !_closed.Contains((member, place))).Select(TestTime.Member)] : [],
            });
        }

        private void Let(string member, string place, bool isOpen)
        {
            _story.Platform.Access[(TestTime.Member(member), TestTime.Channel(place))] = isOpen ? ReadAccess.Can : ReadAccess.Cannot;
            _ = isOpen ? _closed.Remove((member, place)) : _closed.Add((member, place));
        }

        private Task EditAsync(string place) => _number == 0 ? Task.CompletedTask : _story.HappenAsync(
            new MessageEdited(TestTime.Community, _story.Clock.GetUtcNow(), TestTime.Channel(place)) { Id = new MessageId(_random.NextInt64(1, _number + 1)), Text = $"how do I close the {WordOf(place)} box then?" });

        private async Task PressAsync(string member)
        {
            if (_story.Platform.Standing.LastOrDefault(sent => sent.To == TestTime.Member(member) && sent.Buttons.Count > 0) is { } asked)
            {
                Look(member, await _story.PressAsync(member, asked.Buttons[_random.Next(3)].Id));
            }
        }

        private async Task AskAsync(string member, int what)
        {
            var asker = new Asker(TestTime.Community, TestTime.Member(member), _story.Clock.GetUtcNow());
            var said = _story.Platform.Sent.Where(sent => sent.To is null || sent.To == TestTime.Member(member)).ToList();
            CommandRequest request = what switch
            {
                0 => new CommandRequest.Typed(asker with { ManagesCommunity = true }, "log"),
                1 => new CommandRequest.Typed(asker, "privacy") { Options = new Dictionary<string, string> { ["action"] = "export" } },
                2 when said.Count > 0 => new CommandRequest.OnMessage(asker, "why", said[_random.Next(said.Count)].Place),
                _ => new CommandRequest.Typed(asker, "why"),
            };
            Look(member, await _story.RunAsync(request));
        }

        private void Look(string member, CommandReply reply)
        {
            var text = reply switch
            {
                CommandReply.Says says => says.Text + (says.File is { } file ? Encoding.UTF8.GetString(file.Bytes.Span) : string.Empty),
                CommandReply.Replaces replaces => replaces.Text,
                _ => string.Empty,
            };
            Shown++;
            Leaks.AddRange(Seen(member, text));
        }

        /// <summary>What was said, or changed, since the last look.</summary>
        private void LookAround()
        {
            foreach (var sent in _story.Platform.Standing.ToList())
            {
                if (_known.TryGetValue(sent.OutboxId!.Value, out var before) && before == sent.Text)
                {
                    continue;
                }

                _known[sent.OutboxId.Value] = sent.Text;
                Shown++;
                var readers = sent.To is { } to ? [to.Value] : Members.Where(member => !_closed.Contains((member, sent.Place.Channel.Value)));
                Leaks.AddRange(readers.SelectMany(reader => Seen(reader, sent.Text)));
            }
        }
    }
}
