using System.Data.Common;
using EngageBot.Database;
using Microsoft.Extensions.Hosting;

namespace EngageBot.Pipeline;

/// <summary>
/// Before anything is listened to or said: in a database that was put back from an older copy, those who were forgotten since are so again, to the last byte of the log of what was written.
/// </summary>
internal sealed class Preparation(Engine engine, DbDataSource database) : IHostedService
{
    /// <exception cref="DatabaseException">The database was written with another key.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.PrepareAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await SqlDialect.EmptyLogAsync(connection, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
