using System.Data.Common;
using EngageBot.Chat;
using Microsoft.Extensions.Logging;

namespace EngageBot.Health;

/// <summary>
/// The one place for what keeps the bot from its work: conditions in words, raised and cleared by whoever finds out, stored for those who look, and told once each
/// in the log. To raise what is raised, or clear what is not, costs nothing. For several threads.
/// </summary>
public sealed partial class HealthBook(DbDataSource database, TimeProvider clock, ILogger<HealthBook> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<HealthKey> _told = [];
    private Dictionary<HealthKey, string>? _open;

    /// <summary>Something is wrong, or still is.</summary>
    public Task RaiseAsync(HealthKey key, string sentence, CancellationToken cancellationToken) => InTurnAsync(
        async open =>
        {
            if (!open.TryGetValue(key, out var known) || known != sentence)
            {
                await HealthStore.RaiseAsync(database, key, sentence, clock.GetUtcNow(), cancellationToken);
                open[key] = sentence;
            }

            if (_told.Add(key))
            {
                LogRaised(key.Platform, OneLine.Of(sentence, 500));
            }
        },
        cancellationToken);

    /// <summary>It is not, or not any more.</summary>
    public Task ClearAsync(HealthKey key, CancellationToken cancellationToken) => InTurnAsync(
        async open =>
        {
            if (open.TryGetValue(key, out var sentence))
            {
                await HealthStore.ClearAsync(database, key, clock.GetUtcNow(), cancellationToken);
                open.Remove(key);
                _told.Remove(key);
                LogSolved(key.Platform, OneLine.Of(sentence, 500));
            }
        },
        cancellationToken);

    /// <summary>What is wrong in a community.</summary>
    public async Task<IReadOnlyList<HealthKey>> OpenAsync(CommunityId community, CancellationToken cancellationToken)
    {
        IReadOnlyList<HealthKey> found = [];
        await InTurnAsync(
            open =>
            {
                found = [.. open.Keys.Where(key => key.Community == community)];
                return Task.CompletedTask;
            },
            cancellationToken);
        return found;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Where the database cannot be written just now, the work goes on, and what was found out is found out again.</summary>
    private async Task InTurnAsync(Func<Dictionary<HealthKey, string>, Task> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _open ??= (await HealthStore.OpenAsync(database, cancellationToken)).ToDictionary(condition => condition.Key, condition => condition.Sentence);
            await work(_open);
        }
        catch (DbException fault)
        {
            LogNotStored(OneLine.Of(fault.Message, 200));
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Platform}: {Sentence}")]
    private partial void LogRaised(Platform platform, string sentence);

    [LoggerMessage(LogLevel.Information, "{Platform}: solved: {Sentence}")]
    private partial void LogSolved(Platform platform, string sentence);

    [LoggerMessage(LogLevel.Warning, "What keeps the bot from its work could not be stored: {Reason}")]
    private partial void LogNotStored(string reason);
}
