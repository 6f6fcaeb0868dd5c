using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Reports;

namespace EngageBot.Host.CommandLine;

/// <summary>Runs a replay from the command line: reads, shows progress, writes what was asked for, and ends in a sentence whatever happens.</summary>
internal static class ReplayRun
{
    public static async Task<int> RunAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield(); // The store works without a break: the command line must have heard that this has begun, or Ctrl+C ends it without a word.
        try
        {
            if (request.Database == ReplayRequest.ConfiguredDatabase)
            {
                request = request with { Database = HostConfiguration.Database().Path };
            }

            if (OutputFiles.Problem(request) is { } problem)
            {
                throw new HistoryException(problem);
            }

            await ReplayAsync(request, cancellationToken);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                request.Database is null ? "Stopped. Nothing was kept." : "Stopped. What was read so far is in the database; run it again to go on.");
            return ExitCode.Stopped;
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"engagebot: {sentence.Text}");
            return sentence.Code;
        }
    }

    private static async Task ReplayAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        var rules = request.Rules is null ? new CommunityRules() : await RulesFile.ReadAsync(request.Rules, cancellationToken);
        var reader = HistoryReaders.Open(request.Path, new HistoryOptions { From = request.From, Date = request.Date });
        await using var file = ReplayDatabase.At(request.Database);
        await using var database = new SqliteDataSource(file.Path);
        await Migrator.MigrateAsync(database, cancellationToken);
        var replay = new Replay(database, new ReplayOptions
        {
            Rules = rules,
            Key = ErasureKey.Find(HostConfiguration.ErasureKeyPath(request.Database ?? HostConfiguration.Database().Path)),
            Resolver = request.Resolver,
            Since = request.Since,
            Until = request.Until,
            Latest = TimeProvider.System.GetUtcNow().AddDays(1),
        });
        var outcome = await ReplayProgressBar.RunAsync(progress => replay.RunAsync(reader, progress, cancellationToken));
        if (outcome.Communities is not [var (community, _), ..])
        {
            throw new HistoryException($"{request.Path}: no message between the moments given.");
        }

        var report = await ReplayProgressBar.WhileAsync(
            "Working out the figures",
            () => new ReportReader(database, rules).ReadAsync(NameOf(request.Path), community, outcome, cancellationToken));
        await WriteAsync(report, request, cancellationToken);
        var console = Terminal.Output();
        ReplaySummary.Write(console, report, outcome);
        ReplaySummary.WriteFiles(console, request);
    }

    private static async Task WriteAsync(ReplayReport report, ReplayRequest request, CancellationToken cancellationToken)
    {
        if (request.Json is not null)
        {
            await ReportFiles.WriteJsonAsync(report, request.Json, cancellationToken);
        }

        if (request.Report is not null)
        {
            await ReportFiles.WriteHtmlAsync(report, request.Report, cancellationToken);
        }

        if (request.Share is not null)
        {
            await ReportFiles.WriteCardAsync(report, request.Share, cancellationToken);
        }
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
