using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Nudges;
using EngageBot.Onboarding;
using EngageBot.Pipeline;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;

namespace EngageBot;

/// <summary>
/// The product on one clock and one database. A process may hold several: a replay beside the live one. Whoever owns the clock calls
/// <see cref="HandleAsync"/> and <see cref="PlanAsync"/> in order.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly WriteSession _session;
    private readonly MessagePipeline _pipeline;
    private readonly NudgePlanner _nudges;
    private readonly ProfileRecorder _profiles;
    private readonly ChangedDays _changed;
    private readonly RulesBook _rules;
    private readonly bool _isLive;
    private long? _rulesVersion;
    private bool _isWatching;
    private bool _isRebuilt;
    private long _restedUntil = long.MinValue;

    /// <param name="isLive">
    /// Each batch is committed by itself, and what waited before the program began is watched from the start. Otherwise, for a clock that is moved by hand,
    /// what is stored and planned is committed by <see cref="FlushAsync"/>, and nothing is watched before there is something new.
    /// </param>
    /// <param name="isCaughtUp">Whether all that was written on a platform is stored; null where it always is.</param>
    /// <param name="partitionOf">Where the work is divided among processes, the part that a community is of.</param>
    /// <param name="key">By which people who asked to be forgotten are recognised; null where nobody can have asked.</param>
    public Engine(
        TimeProvider clock,
        DbDataSource database,
        RulesBook rules,
        ResolverKind resolver = ResolverKind.Model,
        bool isLive = false,
        Func<Platform, bool>? isCaughtUp = null,
        ErasureKey? key = null,
        PartitionOf? partitionOf = null)
    {
        _clock = clock;
        _isLive = isLive;
        _rules = rules;
        _session = new WriteSession(database, holdsCommits: !isLive);
        var profiles = _profiles = new ProfileRecorder(_session);
        var lines = new LineStore(_session);
        var windows = new ReplyWindows(lines);
        var changed = _changed = new ChangedDays(_session);
        var links = new LinkStore(_session, changed);
        _session.BeforeCommit = async stop =>
        {
            await profiles.FlushAsync(stop);
            await changed.FlushAsync(stop);
        };
        var places = isLive ? new OpenedPlaces(_session) : null;
        _pipeline = Compose(_session, changed, lines, links, windows, profiles, new ReplyResolver(resolver), new MemberErasures(_session, key ?? ErasureKey.InMemory()), places, rules, partitionOf);
        _nudges = new NudgePlanner(
            _session,
            new HelperRanking(_session, profiles, windows),
            resolver == ResolverKind.Model ? new LinkReview(lines, links, windows) : null,
            rules,
            isLive,
            isCaughtUp);
    }

    /// <summary>When there is next something to plan.</summary>
    public DateTimeOffset? NextDue => _nudges.NextDue is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    /// <summary>Before anything is listened to or said: whoever was forgotten is so in this database too, and what was lost of the profiles is made anew.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => WholeAsync(async () =>
    {
        await RebuildAsync(cancellationToken);
        await _session.CommitAsync(cancellationToken);
        return true;
    });

    /// <summary>Stores a batch, and watches the posts in it that invite a reply.</summary>
    public Task<HandledBatch> HandleAsync(ChatEventBatch batch, CancellationToken cancellationToken) => WholeAsync(
        async () =>
        {
            await HeedRulesAsync(cancellationToken);
            await RebuildAsync(cancellationToken);
            var handled = await _pipeline.HandleAsync(batch, cancellationToken);
            _nudges.Reread(handled.ChangedPeople);
            if (handled.HasChangedChannels)
            {
                _nudges.RereadChannels();
            }

            if (_isWatching)
            {
                await _nudges.WatchAsync(handled.Waiting, cancellationToken);
                await _nudges.WatchAgainAsync(handled.Unsettled, _restedUntil, Now, cancellationToken);
                await _nudges.AskInsteadAsync(handled.AskNext, _restedUntil, Now, cancellationToken);
                await _nudges.BeginAsync(handled.Sought, _restedUntil, Now, cancellationToken);
            }
            else if (_isLive || handled.NewMessages > 0)
            {
                await LoadAsync(cancellationToken);
            }

            return handled;
        });

    /// <summary>Plans what is due by now.</summary>
    public Task PlanAsync(CancellationToken cancellationToken) => WholeAsync(async () =>
    {
        await HeedRulesAsync(cancellationToken);
        if (_isLive && !_isRebuilt)
        {
            await RebuildAsync(cancellationToken);
            await _session.CommitAsync(cancellationToken);
        }

        if (_isLive && !_isWatching)
        {
            await LoadAsync(cancellationToken);
        }

        await _nudges.RunOnceAsync(Now, cancellationToken);
        return true;
    });

    /// <summary>Leaves alone what was written before a moment: what happened until then is not known.</summary>
    public void Rest(DateTimeOffset until)
    {
        _nudges.Rest();
        _restedUntil = until.ToUnixTimeMilliseconds();
    }

    /// <summary>Commits what was stored and planned, together.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _session.FlushAsync(cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>Once, before anything is added: whoever was forgotten is so here too, and what was lost of the profiles is made anew.</summary>
    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        if (!_isRebuilt)
        {
            await _session.BeginAsync(cancellationToken);
            await _pipeline.EraseMissedAsync(cancellationToken);
            await _profiles.RebuildLostAsync(cancellationToken);
            _isRebuilt = true;
        }
    }

    /// <summary>By other rules other moments count: what waits is looked at anew, as after a restart.</summary>
    private async Task HeedRulesAsync(CancellationToken cancellationToken)
    {
        await _rules.RefreshAsync(cancellationToken);
        if (_isLive && _isWatching && _rules.Version != _rulesVersion)
        {
            _nudges.Rest();
            _isWatching = false;
        }

        _rulesVersion = _rules.Version;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _nudges.LoadAsync(_restedUntil, Now, cancellationToken);
        _isWatching = true;
    }

    /// <summary>After a fault nothing in memory is trusted: what was not committed is gone from the store, and so it must be from here.</summary>
    private async Task<T> WholeAsync<T>(Func<Task<T>> work)
    {
        var done = false;
        try
        {
            var result = await work();
            done = true;
            return result;
        }
        finally
        {
            if (!done)
            {
                await _session.AbandonAsync();
                _pipeline.Forget();
                _nudges.Forget();
                _changed.Forget();
                _isWatching = false;
                _isRebuilt = false;
            }
        }
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static MessagePipeline Compose(
        WriteSession session, ChangedDays changed, LineStore lines, LinkStore links, ReplyWindows windows, ProfileRecorder profiles, ReplyResolver resolver, MemberErasures erasures, OpenedPlaces? places, RulesBook rules, PartitionOf? partitionOf)
    {
        var channels = new ChannelDirectory(session, partitionOf);
        var members = new MemberDirectory(session, erasures);
        var messages = new MessageStore(session, changed);
        var replyGraph = new ReplyGraphRecorder(messages, links, windows, new LateLines(lines, messages, links, windows, resolver), resolver);
        return new MessagePipeline(
            session,
            channels,
            new MessageRecorder(channels, members, messages, replyGraph, profiles, places, rules),
            new PeopleRecorder(session, channels, new ChannelReaders(session), members, new PrivateLineStore(session)),
            new ChoiceRecorder(session, channels, members, erasures, replyGraph, profiles),
            new ModeratorRecorder(session, channels, members),
            new PostChoiceRecorder(session, channels, members),
            replyGraph,
            profiles,
            new Foresight(session, channels, members, windows, profiles, places is not null));
    }
}
