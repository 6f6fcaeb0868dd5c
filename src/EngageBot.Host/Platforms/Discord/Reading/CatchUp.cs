using System.Collections.Concurrent;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>
/// Whether all that happened while the bot was away is stored: every shard has gone on or begun anew, every guild of a new session was told, no gap is open,
/// and all of that is committed.
/// </summary>
internal sealed class CatchUp(IEnumerable<int> shards, ReadingState reading, TimeProvider clock)
{
    /// <summary>A guild that is down is waited for no longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, bool> _silent = new(shards.Select(shard => KeyValuePair.Create(shard, true)));
    private readonly ConcurrentDictionary<Snowflake, DateTimeOffset> _untold = [];
    private int _uncommitted;

    public bool IsDone => _silent.IsEmpty && reading.Gaps.Count == 0 && Volatile.Read(ref _uncommitted) == 0 && _untold.Values.All(since => clock.GetUtcNow() - since > Patience);

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

                _silent.TryRemove(shard, out _);
                return null;
            case GuildCreateEvent created:
                var waiting = Commit();
                _untold.TryRemove(created.Guild.Id, out _);
                return waiting;
            case ResumedEvent:
                waiting = Commit();
                _silent.TryRemove(shard, out _);
                return waiting;
            default:
                return null;
        }
    }

    /// <summary>Until this is committed, not everything is stored.</summary>
    public TaskCompletionSource Commit()
    {
        Interlocked.Increment(ref _uncommitted);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = committed.Task.ContinueWith(done => done.IsCompletedSuccessfully ? Interlocked.Decrement(ref _uncommitted) : 0, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return committed;
    }
}
