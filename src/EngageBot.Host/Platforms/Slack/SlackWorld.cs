using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Host.Platforms.Slack.Reading;
using EngageBot.Host.Platforms.Slack.State;
using EngageBot.Pipeline;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>All that is known of one workspace while the program runs, and what its events become. Those who listen and those who fill gaps share it.</summary>
internal sealed class SlackWorld : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SlackDirectory _directory = new();
    private readonly SlackTranslator _translator;
    private readonly List<QueuedEvent> _learnt = [];

    /// <param name="self">Who the bot is there.</param>
    public SlackWorld(SlackSettings settings, SlackWorkspaceSettings workspace, AuthTest self, SlackWebClient client, TimeProvider clock)
    {
        Clock = clock;
        Workspace = workspace;
        Client = client;
        Team = self.TeamId;
        Bot = self.UserId;
        Address = Uri.TryCreate(self.Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
        Reading = new ReadingState(settings.ReadBack);
        _translator = new SlackTranslator(Community, Bot, _directory, Reading);
    }

    public SlackWorkspaceSettings Workspace { get; }

    public TimeProvider Clock { get; }

    /// <summary>Acts in this workspace.</summary>
    public SlackWebClient Client { get; }

    /// <summary>The workspace's id.</summary>
    public string Team { get; }

    public CommunityId Community => new(Platform.Slack, Team);

    /// <summary>The bot's own user.</summary>
    public string Bot { get; }

    /// <summary>Where the workspace is on the web.</summary>
    public Uri? Address { get; }

    /// <summary>Held while an event is taken, so that they are taken in order.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public ReadingState Reading { get; }

    /// <summary>Whether a line to Slack is open now.</summary>
    public Func<bool> IsHeard { get; set; } = () => true;

    /// <summary>The channels are known.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The bot was thrown out: nothing is heard any more, and nothing can be said.</summary>
    public bool IsGone { get; private set; }

    /// <summary>All that happened while the bot was away is stored: no message is missing, as far as this side can tell.</summary>
    public bool IsCaughtUp => HasBegun && !IsGone && IsHeard() && Reading.IsWhole;

    public void Leave() => IsGone = true;

    /// <summary>The channels that the bot is in, as Slack lists them. All may have messages that are not known.</summary>
    public void Begin(IEnumerable<ChannelState> channels)
    {
        lock (_gate)
        {
            foreach (var channel in channels)
            {
                _translator.Meet(channel, Clock.GetUtcNow(), _learnt);
            }
        }

        HasBegun = true;
    }

    /// <summary>Events may have been lost, in any channel.</summary>
    /// <param name="parents">Threads that began within this time are asked for replies; null for all that are read back at a start.</param>
    public void OpenGaps(TimeSpan? parents = null)
    {
        lock (_gate)
        {
            foreach (var channel in _directory.Channels)
            {
                Reading.Open(channel.Id, parents);
            }
        }
    }

    public ChannelState? Find(string channel)
    {
        lock (_gate)
        {
            return _directory.Channel(channel);
        }
    }

    public IReadOnlyList<ChannelState> Channels()
    {
        lock (_gate)
        {
            return [.. _directory.Channels];
        }
    }

    /// <summary>The channel that must be asked for before an event is understood.</summary>
    public string? UnknownChannel(SlackEvent happened)
    {
        lock (_gate)
        {
            return EventSubjects.Channel(happened) is { } channel && !_directory.IsOther(channel)
                && (_directory.Channel(channel) is null || EventSubjects.ChangesVisibility(happened)) ? channel : null;
        }
    }

    /// <summary>The users of some who are not known yet.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> users)
    {
        lock (_gate)
        {
            return [.. users.Where(user => _directory.User(user) is null).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <param name="members">Who is in it, where it is private.</param>
    public ChannelState StateOf(Conversation conversation, IEnumerable<string> members) => new(Community, conversation.Id)
    {
        Name = conversation.Name ?? conversation.Id,
        IsPrivate = IsPrivate(conversation),
        IsArchived = conversation.IsArchived,
        Members = [.. members],
    };

    public static bool IsPrivate(Conversation conversation) => conversation.IsPrivate || conversation.IsGroup;

    public void Learn(ChannelState channel)
    {
        lock (_gate)
        {
            _translator.Meet(channel, Clock.GetUtcNow(), _learnt);
        }
    }

    /// <summary>A conversation of some, or a channel that the bot is not in.</summary>
    public void LearnOther(string conversation)
    {
        lock (_gate)
        {
            _directory.PutOther(conversation);
        }
    }

    public void Learn(User user)
    {
        lock (_gate)
        {
            _translator.Meet(user.Id, UserState.Of(user), Clock.GetUtcNow(), _learnt);
        }
    }

    /// <summary>All user groups there are.</summary>
    public void Learn(IEnumerable<UserGroup> groups)
    {
        lock (_gate)
        {
            _directory.Begin(groups.Select(group => GroupState.Of(group, known: null)));
        }
    }

    /// <summary>The id of the user group that a rule means; null where none is known, or several are.</summary>
    public string? GroupMeantBy(string role)
    {
        lock (_gate)
        {
            return ModeratorRole.MeantBy(role, _directory.Groups.Select(group => (group.Id, (IEnumerable<string>)group.Names)));
        }
    }

    /// <summary>Another number says that Slack told of a change in user groups.</summary>
    public int GroupChanges { get; private set; }

    /// <summary>What was learnt, and then what an event becomes.</summary>
    public List<QueuedEvent> Translate(SlackEvent happened)
    {
        lock (_gate)
        {
            GroupChanges += happened is SubteamUpdatedEvent or SubteamMembersChangedEvent ? 1 : 0;
            var items = TakeLearnt();
            _translator.Translate(happened, Clock.GetUtcNow(), items);
            return items;
        }
    }

    /// <summary>What was learnt and not told yet.</summary>
    public List<QueuedEvent> TakeLearnt()
    {
        lock (_gate)
        {
            List<QueuedEvent> items = [.. _learnt];
            _learnt.Clear();
            return items;
        }
    }

    /// <summary>What messages become that are read up.</summary>
    public List<QueuedEvent> Missed(string channel, Timestamps after, IEnumerable<Message> messages)
    {
        lock (_gate)
        {
            var items = TakeLearnt();
            if (_directory.Channel(channel) is { } known)
            {
                foreach (var message in messages)
                {
                    _translator.TranslateMissed(message, known, after, items);
                }
            }

            return items;
        }
    }

    /// <summary>Closes a gap; nothing where it was opened again meanwhile.</summary>
    /// <param name="newest">The newest that was read; null where nothing was.</param>
    public IReadOnlyList<QueuedEvent> Close(ReadGap gap, MessageId? newest)
    {
        lock (_gate)
        {
            var committed = Reading.Commit(); // Before the gap is closed: else all would seem to be stored.
            if (!Reading.Close(gap))
            {
                committed.SetResult();
                return [];
            }

            var mark = newest is { } upTo && _directory.Channel(gap.Channel) is { } channel && Reading.Advance(gap.Channel, upTo) ? new CompleteUpTo(channel.Channel, upTo) : null;
            return [new QueuedEvent(null) { Mark = mark, Committed = committed }];
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Turn.Dispose();
    }
}
