using System.Collections.Concurrent;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>
/// Whether nothing that happened is missing: every shard is connected and has gone on or begun anew, every guild of a new session was told, no gap is open, no thread looked for,
/// and all of that is committed.
/// </summary>
internal sealed class CatchUp(IEnumerable<int> shards, ReadingState reading, TimeProvider clock)
{
    /// <summary>A guild that is down is waited for no longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>By shard, how often a session's beginning or going on was taken over.</summary>
    private readonly ConcurrentDictionary<int, int> _begun = new(shards.Select(shard => KeyValuePair.Create(shard, 0)));

    private readonly ConcurrentDictionary<Snowflake, DateTimeOffset> _untold = [];
    private IReadOnlyList<GatewayShard> _shards = [];
    private int _uncommitted;

    public bool IsDone => _begun.Values.All(times => times > 0) && Volatile.Read(ref _shards).All(IsHeard) && reading.IsWhole && Volatile.Read(ref _uncommitted) == 0 && _untold.Values.All(since => clock.GetUtcNow() - since > Patience);

    public void Watch(IEnumerable<GatewayShard> shards) => Volatile.Write(ref _shards, [.. shards]);

    /// <summary>An event came; what waits for its commit, where somebody does.</summary>
    public TaskCompletionSource? Arrive(int shard, GatewayEvent happened)
    {
        switch (happened)
        {
            case ReadyEvent ready:
                foreach (var guild in ready.Guilds)
                {
                    _untold[guild.Id] = clock.GetUtcNow();
                }

                Begin(shard);
                return null;
            case GuildCreateEvent created:
                var waiting = Commit();
                _untold.TryRemove(created.Guild.Id, out _);
                return waiting;
            case ResumedEvent:
                waiting = Commit();
                Begin(shard);
                return waiting;
            default:
                return null;
        }
    }

    /// <summary>Connected, and what it brought up to that was taken over. Asked in this order: see <see cref="GatewayShard.Begun"/>.</summary>
    private bool IsHeard(GatewayShard shard) => shard.IsConnected && _begun.GetValueOrDefault(shard.Id) == shard.Begun;

    private void Begin(int shard) => _begun.AddOrUpdate(shard, 1, (_, times) => times + 1);

    /// <summary>Until this is committed, not everything is stored.</summary>
    public TaskCompletionSource Commit()
    {
        Interlocked.Increment(ref _uncommitted);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = committed.Task.ContinueWith(done => done.IsCompletedSuccessfully ? Interlocked.Decrement(ref _uncommitted) : 0, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return committed;
    }
}
