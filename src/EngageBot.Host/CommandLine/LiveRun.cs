using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Health;
using EngageBot.Host.Configuration;
using EngageBot.Host.Metrics;
using EngageBot.Host.Platforms;
using EngageBot.Host.Storage;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Members;
using EngageBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.CommandLine;

/// <summary>Runs the bot on the configured platforms until it is told to stop, and ends in a sentence whatever happens.</summary>
internal static partial class LiveRun
{
    /// <summary>MiB for each connection but the one that stores what comes in.</summary>
    private const int CacheOfReaders = 4;

    /// <param name="otherwise">What to do where no platform is configured.</param>
    public static Task<int> RunAsync(Func<CancellationToken, Task<int>> otherwise, CancellationToken cancellationToken) => WithFaultsAsync(async () =>
    {
        var platforms = new LivePlatforms { Discord = HostConfiguration.Discord(), Slack = HostConfiguration.Slack(), Web = HostConfiguration.Web(), Dashboard = HostConfiguration.Dashboard() };
        if (!platforms.Any)
        {
            return await otherwise(cancellationToken);
        }

        try
        {
            var rules = HostConfiguration.Rules();
            using var metrics = MetricsExport.Start(HostConfiguration.Metrics());
            await using var database = ConfiguredDatabase.Open(CacheOfReaders);
            await RunAsync(platforms, rules, database, TimeProvider.System, Log, cancellationToken, ConfiguredDatabase.ConnectionString());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop before it had begun.
        }

        return ExitCode.Done;
    });

    public static async Task<int> WithFaultsAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"engagebot: {sentence.Text}");
            return sentence.Code;
        }
    }

    /// <summary>Until it is told to stop; what has arrived by then is stored.</summary>
    /// <param name="connectionString">How a server is reached, where the database does not tell all of it.</param>
    /// <exception cref="DatabaseException">Another program runs with this database, and it cannot be shared.</exception>
    public static async Task RunAsync(
        LivePlatforms platforms, CommunityRules rules, DbDataSource database, TimeProvider clock, Action<ILoggingBuilder> log, CancellationToken cancellationToken, string? connectionString = null)
    {
        await DatabaseWait.UntilThereAsync(database, clock, log, cancellationToken);
        await using var place = await LiveLock.JoinAsync(database, cancellationToken);
        using var logging = LoggerFactory.Create(log);
        Task RunAsync(LiveWork work, CancellationToken stop) => OnceAsync(work, rules, clock, log, stop);
        Task ServeAsync(LivePlatforms served) => database is SqliteDataSource
            ? RunAsync(new LiveWork(served, database), cancellationToken)
            : new DividedRun(served, database, connectionString ?? database.ConnectionString, RunAsync, logging.CreateLogger<DividedRun>()).RunAsync(clock, cancellationToken);
        for (LivePlatforms? left = platforms; left is not null;)
        {
            left = await LeftAfterAsync(left, ServeAsync, fault => left.FailedAsync(database, fault, clock), logging.CreateLogger("EngageBot"));
        }
    }

    /// <summary>Serves platforms until it is told to stop. Where one of several does not let the bot in, or throws it out, that is no reason to leave the others.</summary>
    /// <returns>The others; null where it was told to stop.</returns>
    private static async Task<LivePlatforms?> LeftAfterAsync(LivePlatforms platforms, Func<LivePlatforms, Task> serve, Func<Exception, Task> keep, ILogger logger)
    {
        try
        {
            await serve(platforms);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await keep(fault);
            if (platforms.Without(fault) is not { } others)
            {
                throw;
            }

            LogLeftOut(logger, fault.Message, others.ToString());
            return others;
        }
    }

    private static async Task OnceAsync(LiveWork work, CommunityRules rules, TimeProvider clock, Action<ILoggingBuilder> log, CancellationToken cancellationToken)
    {
        var (platforms, database, queue) = (work.Platforms, work.Database, new ChatEventQueue());
        List<PlatformConnection> connections = [];
        try
        {
            await platforms.OpenAsync(connections, queue, clock, cancellationToken);
            await using var provider = ServicesOf(work, rules, clock, log, queue, connections).BuildServiceProvider();
            foreach (var connection in connections)
            {
                await connection.StartedAsync(provider.GetRequiredService<HealthBook>(), cancellationToken);
            }

            LogRunning(provider.GetRequiredService<ILoggerFactory>().CreateLogger("EngageBot"), StatusRun.Version, platforms.ToString(), ConfiguredDatabase.NameOf(database), Migrator.Latest, platforms.Web.ToString());
            await new LiveHost(provider, queue, work.AtOnce).RunAsync(Listeners(platforms, connections, provider), cancellationToken);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static ServiceCollection ServicesOf(LiveWork work, CommunityRules rules, TimeProvider clock, Action<ILoggingBuilder> log, ChatEventQueue queue, List<PlatformConnection> connections)
    {
        var services = new ServiceCollection();
        services.AddLogging(log).AddSingleton(clock).AddSingleton(queue).AddSingleton(_ => work.Database);
        services.AddSingleton(ErasureKey.At(HostConfiguration.ErasureKeyPath(PathOf(work.Database))));
        if (work.PartitionOf is { } partitionOf)
        {
            services.AddSingleton(partitionOf);
        }

        connections.ForEach(connection => connection.AddTo(services));
        services.AddLiveEngine(rules, HostConfiguration.Retention());
        return services;
    }

    private static List<Func<CancellationToken, Task>> Listeners(LivePlatforms platforms, List<PlatformConnection> connections, IServiceProvider services)
    {
        List<Func<CancellationToken, Task>> listeners = [.. connections.SelectMany(connection => connection.Listeners(services))];
        List<WebPart> parts = [.. connections.SelectMany(connection => connection.Routes(services)).Select(map => new WebPart(map))];
        DashboardPart? pages = platforms.Dashboard.IsOn ? new DashboardPart(services, platforms.Dashboard) : null;
        if (pages is not null)
        {
            parts.AddRange([pages.Part, WebPages.Part, HealthRoutes.Part(services)]);
        }

        if (parts.Count > 0)
        {
            var server = new WebServer(platforms.Web, parts, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<WebServer>>())
            {
                Listening = address => pages?.ListensAt(address),
            };
            listeners.Add(server.RunAsync);
        }

        return listeners;
    }

    private static string PathOf(DbDataSource database) => database is SqliteDataSource file ? file.Path : HostConfiguration.Database().Path;

    private static void Log(ILoggingBuilder logging) =>
        logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "));

    [LoggerMessage(LogLevel.Information, "EngageBot {Version} runs on {Platforms}, with the database {Database} (version {Schema}); what it serves on the web is on {Web}")]
    private static partial void LogRunning(ILogger logger, string version, string platforms, string database, int schema, string web);

    [LoggerMessage(LogLevel.Error, "{Sentence} The bot goes on with {Others}; when this is mended, restart it")]
    private static partial void LogLeftOut(ILogger logger, string sentence, string others);
}
